package io.vigil.alert;

import java.util.List;

/**
 * What an input led to.
 *
 * @param changes the alerts that changed, to be written in this order
 * @param answers to commands
 * @param wakeAt when {@link TimePassed} is due, microseconds by the clock that inputs are applied
 *     with, or {@link Alert#NEVER} where nothing is waited for
 */
public record Outcome(List<Alert> changes, List<Answer> answers, long wakeAt) {

  public Outcome {
    changes = List.copyOf(changes);
    answers = List.copyOf(answers);
  }
}
