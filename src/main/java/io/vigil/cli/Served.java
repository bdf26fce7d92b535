package io.vigil.cli;

import io.vigil.cli.FleetFigures.LagFigures;
import io.vigil.cli.FleetFigures.Times;
import java.util.Locale;

/** Whether people were served in time. */
final class Served {
  private static final double IN_TIME_MILLIS = 2_000;

  /** A look falls anywhere between two polls of the source, and a checkpoint may hold it up. */
  private static final double STEADY_SECONDS = 0.5;

  /** Why they were not, or the empty string. */
  static String why(Times times, LagFigures lag) {
    double p99 = times.windowFromDue().p99Millis();
    if (times.windowFromDue().count() == 0) {
      return "no result was written of what was due in the measured time";
    }
    if (p99 >= IN_TIME_MILLIS) {
      return String.format(
          Locale.ROOT,
          "99 of 100 results took %,.0f ms, expected under %,.0f",
          p99,
          IN_TIME_MILLIS);
    }
    if (lag.growthSeconds() > STEADY_SECONDS) {
      return String.format(
          Locale.ROOT, "it fell behind by %.1f s while it was measured", lag.growthSeconds());
    }
    return "";
  }

  private Served() {}
}
