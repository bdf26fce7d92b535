package io.vigil.train;

import java.util.OptionalLong;

/**
 * Whether it is time to train again.
 *
 * @param leastLabels so many new labelled windows are worth it, 1 or more
 */
public record Trigger(long leastLabels) {

  /** Refuses a number that would train always. */
  public Trigger {
    if (leastLabels < 1) {
      throw new IllegalArgumentException(
          "The least number of new labels is %d, expected 1 or more".formatted(leastLabels));
    }
  }

  /**
   * What to do.
   *
   * @param train whether to train
   * @param why in a sentence
   */
  public record Decision(boolean train, String why) {}

  /**
   * Decides.
   *
   * @param newLabels labelled windows that the model in force was not trained on; empty where no
   *     model is in force
   * @param drift whether the input is no longer what that model was trained on
   */
  public Decision decide(OptionalLong newLabels, boolean drift) {
    if (newLabels.isEmpty()) {
      return new Decision(true, "there is no model in force");
    }
    if (drift) {
      return new Decision(
          true, "the input has drifted from what the model in force was trained on");
    }
    long labels = newLabels.getAsLong();
    return labels >= leastLabels
        ? new Decision(
            true, "%d new labelled windows, %d are worth it".formatted(labels, leastLabels))
        : new Decision(
            false,
            "%d new labelled windows, fewer than %d, and no drift".formatted(labels, leastLabels));
  }
}
