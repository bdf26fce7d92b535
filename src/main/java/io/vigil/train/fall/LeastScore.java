package io.vigil.train.fall;

import io.vigil.alert.fall.FallScorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses from which score on an impact is a fall: where the worse of sensitivity and specificity
 * is nearly best, on the people that the model was trained on and on nobody else.
 */
final class LeastScore {
  private static final int STEPS = 40;

  /** What of the worse figure is given up so that fewer falls are missed, in millionths. */
  private static final int GIVEN_UP = 3_000;

  /**
   * The lowest that is nearly as good as the best, because a fall missed is worse than an alarm.
   */
  static double of(Map<Variation, List<Impact>> impacts, FallScorer scorer) {
    int[][] counts = counts(impacts, scorer);
    int best = IntStream.range(1, STEPS).map(step -> worse(counts, step)).max().orElseThrow();
    int lowest =
        IntStream.range(1, STEPS)
            .filter(step -> worse(counts, step) >= best - GIVEN_UP)
            .findFirst()
            .orElseThrow();
    return (double) lowest / STEPS;
  }

  /** Recordings by kind (others, falls) and by the highest step that an impact's score reaches. */
  private static int[][] counts(Map<Variation, List<Impact>> impacts, FallScorer scorer) {
    int[][] counts = new int[2][STEPS + 1];
    impacts
        .values()
        .forEach(
            of -> {
              Map<Trial, Double> highest = new HashMap<>();
              of.forEach(i -> highest.merge(i.trial(), scorer.score(i.features()), Math::max));
              highest.forEach(
                  (trial, score) -> counts[trial.isFall() ? 1 : 0][(int) (score * STEPS)]++);
            });
    return counts;
  }

  /** The worse of sensitivity and specificity at a step, in millionths. */
  private static int worse(int[][] counts, int step) {
    long[] all = new long[2];
    long[] right = new long[2];
    for (int kind = 0; kind < 2; kind++) {
      for (int s = 0; s <= STEPS; s++) {
        all[kind] += counts[kind][s];
        right[kind] += (s >= step) == (kind == 1) ? counts[kind][s] : 0;
      }
    }
    return (int)
        Math.min(
            right[0] * 1_000_000 / Math.max(1, all[0]), right[1] * 1_000_000 / Math.max(1, all[1]));
  }

  private LeastScore() {}
}
