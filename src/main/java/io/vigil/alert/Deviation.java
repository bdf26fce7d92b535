package io.vigil.alert;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far an activity's time in a day is from the days before.
 *
 * <p>Days are compared by each activity's share of the time that was observed, because a sensor is
 * not worn equally long every day. The spread is the median of the distances from the median,
 * scaled to a standard deviation, and never below two hundredths: who does the same every day may
 * still have a visitor.
 *
 * @param activity which
 * @param share of the observed time
 * @param median of the shares of the days before
 * @param deviations how many robust standard deviations apart
 * @param minutes more than usual; below 0, fewer
 * @param days it was compared with
 */
record Deviation(
    String activity, double share, double median, double deviations, double minutes, int days) {
  private static final double TO_STANDARD = 1.4826;
  private static final double LEAST_SPREAD = 0.02;

  /** Of all activities the one that is farthest from its usual time. */
  static Deviation farthest(UnusualDayState state, short[] day) {
    Deviation farthest = new Deviation("", 0, 0, 0, 0, state.days);
    for (int i = 0; i < day.length; i++) {
      Deviation one = of(state, day, i);
      if (one.deviations > farthest.deviations) {
        farthest = one;
      }
    }
    return farthest;
  }

  private static Deviation of(UnusualDayState state, short[] day, int activity) {
    int width = day.length;
    double[] shares = new double[state.days];
    for (int d = 0; d < state.days; d++) {
      shares[d] = share(state.minutes, d * width, width, activity);
    }
    double median = median(shares);
    double[] distances = Arrays.stream(shares).map(s -> Math.abs(s - median)).toArray();
    double spread = Math.max(TO_STANDARD * median(distances), LEAST_SPREAD);
    double share = share(day, 0, width, activity);
    return new Deviation(
        state.activities[activity],
        share,
        median,
        Math.abs(share - median) / spread,
        (share - median) * total(day, 0, width),
        state.days);
  }

  Evidence evidence() {
    String sentence =
        String.format(
            Locale.ROOT,
            "%s took %.0f min %s than usual: %.0f %% of the observed day, against %.0f %% on the %d days before.",
            activity,
            Math.abs(minutes),
            minutes > 0 ? "more" : "less",
            100 * share,
            100 * median,
            days);
    return Evidence.of(
        sentence,
        new Measure("minutesFromUsual", Math.round(minutes)),
        new Measure("share", rounded(share)),
        new Measure("usualShare", rounded(median)),
        new Measure("deviations", rounded(deviations)),
        new Measure("days", days));
  }

  private static double share(short[] minutes, int from, int width, int activity) {
    int total = total(minutes, from, width);
    return total == 0 ? 0 : minutes[from + activity] / (double) total;
  }

  private static int total(short[] minutes, int from, int width) {
    int total = 0;
    for (int i = from; i < from + width; i++) {
      total += minutes[i];
    }
    return total;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
