package io.vigil.erasure;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.SampleBatch;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The door behind the shuffle: lets no samples of the erased in and, when an erasure comes, sends
 * word of it down the way that the participant's samples took.
 *
 * <p>It keeps no state, so that no checkpoint has a list of the erased: it asks for them whenever
 * it starts. One look-up a batch, and none as long as nobody was erased. Counter: {@code
 * samplesErased}.
 */
public final class DoorFunction
    extends KeyedBroadcastProcessFunction<String, SampleBatch, Erasure, SampleBatch> {
  private static final long serialVersionUID = 1L;

  /** Asked for by the engine; nothing is kept there. */
  public static final MapStateDescriptor<String, String> NOTHING =
      new MapStateDescriptor<>("erasures", Types.STRING, Types.STRING);

  /** That samples were refused. */
  public static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("erased", TypeInformation.of(DeadLetter.class));

  private final ErasureReader reader;
  private transient Erased erased;
  private transient RefusedSamples refused;
  private transient Counter samples;

  /**
   * @param reader asked for all erasures when a task starts
   */
  public DoorFunction(ErasureReader reader) {
    this.reader = reader;
  }

  @Override
  public void open(OpenContext context) {
    erased = new Erased(reader.all());
    refused = new RefusedSamples();
    samples = Metrics.counter(getRuntimeContext().getMetricGroup(), JobMetric.SAMPLES_ERASED);
  }

  @Override
  public void processElement(
      SampleBatch batch, ReadOnlyContext context, Collector<SampleBatch> out) {
    Erasure erasure = erased.of(batch.participantId());
    if (erasure == null) {
      out.collect(batch);
      return;
    }
    samples.inc(batch.size());
    refused
        .refuse(erasure, batch, context.currentProcessingTime())
        .ifPresent(letter -> context.output(REFUSED, letter));
  }

  @Override
  public void processBroadcastElement(
      Erasure erasure, Context context, Collector<SampleBatch> out) {
    if (erased.take(erasure) && isHere(erasure.participantId())) {
      out.collect(SampleBatch.erasure(erasure.participantId(), erasure.id()));
    }
  }

  /** Whether this task is the one that the participant's samples come to. */
  private boolean isHere(String participantId) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            participantId,
            task.getMaxNumberOfParallelSubtasks(),
            task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }
}
