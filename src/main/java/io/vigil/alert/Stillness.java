package io.vigil.alert;

import java.util.Locale;

/**
 * Tells a person who lies still from a sensor that lies on a table. A body sways and breathes: the
 * means of half seconds wander more than the sensor's own noise, which is white, would make them.
 * In the stillest twenty seconds of each recorded chest the variance of the means is 1.5 to 5.5
 * times what noise explains, on a table once. Half way between, who is in doubt is taken for a
 * person.
 */
final class Stillness {
  private static final int GROUP = 8;
  private static final double WORN = 1.2;
  private static final double LEAST_GRAVITY = 0.4;
  private static final double MOST_GRAVITY = 2;

  /** What lies still. */
  enum Kind {
    PERSON,
    TABLE,
    /** Nothing that a worn sensor could measure. */
    UNKNOWN;

    Severity severity(boolean twice) {
      return switch (this) {
        case PERSON -> twice ? Severity.CRITICAL : Severity.MAJOR;
        case TABLE -> Severity.MINOR;
        case UNKNOWN -> Severity.INDETERMINATE;
      };
    }
  }

  static void begin(InactivityState state, Block block) {
    state.x = block.x();
    state.y = block.y();
    state.z = block.z();
    state.slow = 0;
    state.noise = 0;
    state.groups = 0;
    clearGroup(state);
  }

  static void add(InactivityState state, Block block) {
    if (block.samples() < 2) {
      return;
    }
    double x = block.x() - state.x;
    double y = block.y() - state.y;
    double z = block.z() - state.z;
    state.sumX += x;
    state.sumY += y;
    state.sumZ += z;
    state.sumSquares += x * x + y * y + z * z;
    state.noise += block.variance() / block.samples();
    state.group++;
    if (state.group == GROUP) {
      double squares =
          (state.sumX * state.sumX + state.sumY * state.sumY + state.sumZ * state.sumZ) / GROUP;
      state.slow += Math.max(0, state.sumSquares - squares) / (GROUP - 1);
      state.groups++;
      clearGroup(state);
    }
  }

  static Kind kind(InactivityState state) {
    double gravity = Math.sqrt(state.x * state.x + state.y * state.y + state.z * state.z);
    if (state.groups == 0
        || state.noise == 0
        || gravity < LEAST_GRAVITY
        || gravity > MOST_GRAVITY) {
      return Kind.UNKNOWN;
    }
    return sway(state) >= WORN ? Kind.PERSON : Kind.TABLE;
  }

  static Evidence evidence(InactivityState state, Phase phase, Kind kind, long now) {
    long seconds = (now - state.raised) / 1_000_000;
    long minutes = Math.round(seconds / 60.0);
    String sentence =
        switch (kind) {
          case PERSON -> "No movement for %d min; the sensor is worn.".formatted(minutes);
          case TABLE ->
              "No movement for %d min, not even breathing: the sensor seems not to be worn."
                  .formatted(minutes);
          case UNKNOWN ->
              "The signal has not changed for %d min and is none that a worn sensor gives: it may be broken or not worn."
                  .formatted(minutes);
        };
    if (phase == Phase.ENDED) {
      sentence = "Moves again after %d min.".formatted(minutes);
    }
    Measure[] worn = worn(state, kind);
    double gravity = Math.sqrt(state.x * state.x + state.y * state.y + state.z * state.z);
    double tilt = gravity == 0 ? 0 : Math.toDegrees(Math.acos(state.y / gravity));
    return Evidence.of(
        sentence,
        new Measure("stillSeconds", seconds),
        worn[0],
        worn[1],
        new Measure("tiltDegrees", Math.round(tilt)),
        new Measure("gravityG", rounded(gravity)));
  }

  /** Whether the sensor is taken to be worn, and the number that speaks for it. */
  static Measure[] worn(InactivityState state, Kind kind) {
    return new Measure[] {
      new Measure("worn", kind == Kind.PERSON ? 1 : 0),
      new Measure("swayOverNoise", rounded(sway(state)))
    };
  }

  /** How often the means vary as much as noise alone would make them; 0 where nothing is known. */
  private static double sway(InactivityState state) {
    return state.groups == 0 || state.noise == 0
        ? 0
        : (state.slow / state.groups) / (state.noise / (state.groups * GROUP + state.group));
  }

  private static void clearGroup(InactivityState state) {
    state.group = 0;
    state.sumX = 0;
    state.sumY = 0;
    state.sumZ = 0;
    state.sumSquares = 0;
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
  }

  private Stillness() {}
}
