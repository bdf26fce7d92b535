package io.vigil.learn.drift;

import io.vigil.erasure.Cleared;
import io.vigil.model.Scored;
import io.vigil.window.ParticipantFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

/** Watches each participant's days; hands them on as they end. */
public final class DriftFunction extends ParticipantFunction<DayState, Scored, DayProfile> {
  private static final long serialVersionUID = 1L;

  /** That a participant's days have changed, or are as before again. */
  public static final OutputTag<DriftFinding> FINDINGS =
      new OutputTag<>("drift-findings", TypeInformation.of(DriftFinding.class));

  private final SerializableSupplier<References> models;
  private transient References references;

  /** By the models that score in the same process, as those do that are chained to it. */
  public DriftFunction() {
    this(References::ofThisProcess);
  }

  DriftFunction(SerializableSupplier<References> models) {
    super("day", DayState.class, DayState::new);
    this.models = models;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    references = models.get();
  }

  @Override
  protected void process(
      Scored window, DayState state, Context context, Collector<DayProfile> out) {
    watch(context, out).add(state, window);
  }

  @Override
  protected void finish(
      String participantId, DayState state, Context context, Collector<DayProfile> out) {
    watch(context, out).close(state, participantId);
  }

  private DayWatch watch(Context context, Collector<DayProfile> out) {
    return new DayWatch(references, out::collect, finding -> context.output(FINDINGS, finding));
  }

  @Override
  protected void erased(Scored word, Context context, Collector<DayProfile> out) {
    answer(word, Cleared.Step.DRIFT, context);
  }
}
