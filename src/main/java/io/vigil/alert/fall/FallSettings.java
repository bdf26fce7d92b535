package io.vigil.alert.fall;

import java.io.Serializable;

/**
 * How impacts are judged.
 *
 * @param minScore from which score on an impact is a fall, above 0 to 1
 * @param stillSeconds after how many seconds without a movement news is given, rising
 */
public record FallSettings(double minScore, int[] stillSeconds) implements Serializable {
  /** With the model's own least score. */
  public static FallSettings of(FallModel model) {
    return new FallSettings(model.minScore(), new int[] {10, 30, 60});
  }

  /** The same with another least score. */
  public FallSettings withMinScore(double score) {
    return new FallSettings(score, stillSeconds);
  }

  /** Refuses a score that nothing or everything reaches. */
  public FallSettings {
    if (!(minScore > 0 && minScore <= 1)) {
      throw new IllegalArgumentException(
          "The least score of a fall is " + minScore + ", expected above 0 and at most 1");
    }
    stillSeconds = stillSeconds.clone();
  }
}
