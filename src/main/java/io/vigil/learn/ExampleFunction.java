package io.vigil.learn;

import io.vigil.erasure.Cleared;
import io.vigil.metric.Counters;
import io.vigil.metric.JobMetric;
import io.vigil.model.Scored;
import io.vigil.window.ParticipantFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/** Chooses each participant's windows that training and reviewers should see. */
public final class ExampleFunction extends ParticipantFunction<ChoiceState, Scored, Example> {
  private static final long serialVersionUID = 1L;

  private final ChoiceSettings settings;
  private transient ExampleChoice choice;
  private transient Counters chosen;

  /** Chooses as the settings say. */
  public ExampleFunction(ChoiceSettings settings) {
    super("examples", ChoiceState.class, ChoiceState::new);
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    choice = new ExampleChoice(settings);
    chosen = new Counters(getRuntimeContext().getMetricGroup(), JobMetric.EXAMPLES_CHOSEN);
    for (Reason reason : Reason.values()) {
      chosen.of(reason.name());
    }
  }

  @Override
  protected void process(
      Scored window, ChoiceState state, Context context, Collector<Example> out) {
    choice.add(state, window, example -> emit(example, out));
  }

  @Override
  protected void finish(
      String participantId, ChoiceState state, Context context, Collector<Example> out) {
    choice.close(state, example -> emit(example, out));
  }

  private void emit(Example example, Collector<Example> out) {
    chosen.of(example.reason().name()).inc();
    out.collect(example);
  }

  @Override
  protected void erased(Scored word, Context context, Collector<Example> out) {
    answer(word, Cleared.Step.EXAMPLES, context);
  }
}
