package io.vigil.learn;

import io.vigil.activity.Activities;
import io.vigil.activity.Prediction;
import io.vigil.model.Scored;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Chooses the windows of one participant that are worth keeping. Labelled ones are, and one in so
 * many of the others whatever they are. Of the rest those that the model is least sure of compete,
 * block of time by block of time, within a budget a day. What wins is handed on when a window of a
 * later block comes, or the input ends; so what is chosen depends on the participant's own windows
 * alone. A window of which nothing can be concluded is never asked about.
 */
public final class ExampleChoice {
  private static final long DAY = TimeUnit.DAYS.toMicros(1);

  private final ChoiceSettings settings;
  private final UniformDraw uniform;
  private final Candidates candidates;

  /** Chooses as the settings say. */
  public ExampleChoice(ChoiceSettings settings) {
    this.settings = settings;
    this.uniform = new UniformDraw(settings.uniformOneIn());
    this.candidates = new Candidates(settings.doubt(), settings.apartMicros());
  }

  /** Takes in the participant's next window, in order of time. */
  public void add(ChoiceState state, Scored window, Consumer<Example> output) {
    Prediction prediction = window.prediction();
    enter(state, blockOf(prediction.start()), output);
    if (!prediction.label().isEmpty()) {
      output.accept(new Example(window, Reason.LABELLED));
    } else if (prediction.activity().equals(Activities.UNKNOWN)) {
      return;
    } else if (uniform.draws(prediction.participantId(), prediction.start())) {
      output.accept(new Example(window, Reason.UNIFORM));
    } else {
      compete(state, window);
    }
  }

  /** Hands on what was still being weighed, because no more will come. */
  public void close(ChoiceState state, Consumer<Example> output) {
    for (Scored chosen : state.candidates) {
      output.accept(new Example(chosen, Reason.UNCERTAIN));
      state.lastAsked = chosen.prediction().start();
    }
    state.askedToday += state.candidates.length;
    state.candidates = new Scored[0];
  }

  private void enter(ChoiceState state, long block, Consumer<Example> output) {
    if (block <= state.block) {
      return;
    }
    close(state, output);
    if (Math.floorDiv(block, DAY) != Math.floorDiv(state.block, DAY)) {
      state.askedToday = 0;
    }
    state.block = block;
  }

  private void compete(ChoiceState state, Scored window) {
    boolean soon =
        state.lastAsked != ChoiceState.NEVER
            && window.prediction().start() - state.lastAsked < settings.apartMicros();
    int most = Math.min(settings.perBlock(), settings.perDay() - state.askedToday);
    if (!soon && most > 0) {
      state.candidates = candidates.with(state.candidates, window, most);
    }
  }

  /** Blocks are counted from the beginning of a day, so that none belongs to two. */
  private long blockOf(long time) {
    long day = Math.floorDiv(time, DAY) * DAY;
    return day + (time - day) / settings.blockMicros() * settings.blockMicros();
  }
}
