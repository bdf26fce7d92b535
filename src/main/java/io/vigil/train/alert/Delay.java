package io.vigil.train.alert;

import io.vigil.train.fall.Rates;
import java.util.List;

/**
 * How long after the impact falls were raised, in seconds of event time.
 *
 * @param falls how many were raised
 * @param median half of them came within this
 * @param percentile95 95 in a hundred came within this
 * @param longest all came within this
 */
public record Delay(int falls, double median, double percentile95, double longest) {
  private static final int DIGITS = 3;

  /** Of delays in microseconds; null where there is none. */
  static Delay of(List<Long> micros) {
    if (micros.isEmpty()) {
      return null;
    }
    List<Long> sorted = micros.stream().sorted().toList();
    return new Delay(
        sorted.size(), seconds(sorted, 0.5), seconds(sorted, 0.95), seconds(sorted, 1));
  }

  /** By nearest rank: one of the delays themselves. */
  private static double seconds(List<Long> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return Rates.rounded(sorted.get(rank - 1) / 1e6, DIGITS);
  }
}
