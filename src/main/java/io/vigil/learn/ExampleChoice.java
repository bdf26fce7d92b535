package io.vigil.learn;

import io.vigil.model.Scored;
import java.util.function.Consumer;

/** Chooses the windows of one participant that are worth keeping. */
public final class ExampleChoice {

  /** Takes in the participant's next window, in order of time. */
  public void add(ChoiceState state, Scored window, Consumer<Example> output) {
    state.windows++;
    if (!window.prediction().label().isEmpty()) {
      output.accept(new Example(window, Reason.LABELLED));
    }
  }

  /** Hands on what was still being weighed, because no more will come. */
  public void close(ChoiceState state, Consumer<Example> output) {}
}
