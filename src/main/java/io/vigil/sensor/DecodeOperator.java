package io.vigil.sensor;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Decodes messages, brings their samples to g and gives participants their pseudonyms, before
 * anything leaves it; dead letters and, at the end of the input, the count of samples read leave by
 * side outputs.
 *
 * <p>An operator and not a {@code ProcessFunction}, because a function is not told that its input
 * has ended.
 */
public final class DecodeOperator extends AbstractStreamOperator<SampleBatch>
    implements OneInputStreamOperator<RawMessage, SampleBatch>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** What could not be used. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  /** One count from each instance when its input ends. */
  public static final OutputTag<ReadTally> READ =
      new OutputTag<>("read", TypeInformation.of(ReadTally.class));

  private final DecoderSettings settings;
  private final DeviceProfiles profiles;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;

  private transient Decoder decoder;
  private transient Normaliser normaliser;
  private transient VeiledLetters veiled;
  private transient TimestampedCollector<SampleBatch> collector;
  private transient Counter samplesRead;
  private transient Counter samplesInvalid;
  private transient Counter messagesRead;
  private transient Counter messageBytes;
  private transient Counter notUnderstood;
  private transient Counter notPossible;
  private transient ListState<Long> readState;
  private transient long read;

  /**
   * @param clock serialisable, as those of {@link InstantSource} and {@link java.time.Clock} are
   */
  public DecodeOperator(
      DecoderSettings settings,
      DeviceProfiles profiles,
      Pseudonyms pseudonyms,
      InstantSource clock) {
    this.settings = settings;
    this.profiles = profiles;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** Puts the operator behind a source; name and uid are the caller's. */
  public static SingleOutputStreamOperator<SampleBatch> decode(
      DataStream<RawMessage> messages,
      DecoderSettings settings,
      DeviceProfiles profiles,
      Pseudonyms pseudonyms) {
    return messages.transform(
        "decode",
        TypeInformation.of(SampleBatch.class),
        new DecodeOperator(settings, profiles, pseudonyms, InstantSource.system()));
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    readState =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("samples-read", Types.LONG));
    // After a change of parallelism an instance may be given the counts of several, or none.
    for (long restored : readState.get()) {
      read += restored;
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    decoder = new Decoder(settings, clock);
    normaliser = new Normaliser(profiles);
    veiled = new VeiledLetters(pseudonyms);
    collector = new TimestampedCollector<>(output);
    MetricGroup metrics = getMetricGroup();
    samplesRead = Metrics.counter(metrics, JobMetric.SAMPLES_READ);
    samplesInvalid = Metrics.counter(metrics, JobMetric.SAMPLES_INVALID);
    messagesRead = Metrics.counter(metrics, JobMetric.MESSAGES_READ);
    messageBytes = Metrics.counter(metrics, JobMetric.MESSAGE_BYTES);
    notUnderstood = Metrics.counter(metrics, JobMetric.DEAD_LETTERS, "NOT_UNDERSTOOD");
    notPossible = Metrics.counter(metrics, JobMetric.DEAD_LETTERS, "NOT_POSSIBLE");
  }

  @Override
  public void processElement(StreamRecord<RawMessage> element) {
    collector.setTimestamp(element);
    Decoded decoded = decoder.decode(element.getValue());
    read += decoded.read();
    samplesRead.inc(decoded.read());
    messagesRead.inc();
    messageBytes.inc(element.getValue().payload().length);
    decoded.deadLetters().forEach(letter -> refuse(letter, notUnderstood));
    for (DeviceBatch batch : decoded.batches()) {
      Normalised normalised = normaliser.normalise(batch);
      normalised.deadLetters().forEach(letter -> refuse(letter, notPossible));
      normalised.batches().forEach(samples -> collector.collect(pseudonyms.of(samples)));
      normalised.refused().forEach(word -> collector.collect(pseudonyms.of(word)));
    }
  }

  private void refuse(DeadLetter letter, Counter reason) {
    reason.inc();
    samplesInvalid.inc(letter.samples());
    collector.collect(DEAD_LETTERS, new StreamRecord<>(veiled.of(letter)));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    readState.update(List.of(read));
  }

  @Override
  public void endInput() {
    collector.collect(
        READ,
        new StreamRecord<>(
            new ReadTally(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), read)));
  }
}
