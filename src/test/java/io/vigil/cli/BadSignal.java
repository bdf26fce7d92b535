package io.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways for a sensor to go wrong, and what must be said of each. */
enum BadSignal {
  FLAT("flat"),
  AT_THE_RAIL("at the rail"),
  CLIPPED("at the rail"),
  DEAD_AXIS("An axis is flat"),
  SPIKES("Spikes"),
  SPIKES_OF_100_G("Spikes"),
  MILLI_G_AS_G("Not in g"),
  MILLI_G_AS_G_ALWAYS("Not in g"),
  METRES_AS_G("Not in g"),
  G_AS_METRES("Not in g"),
  OFFSET("Not in g"),
  THREE_IN_TEN_MISSING("Too few samples"),
  MISSING_IN_BURSTS("Too few samples"),
  ONE_A_SECOND("Too few samples"),
  ONE_A_MINUTE("Too few samples"),
  TIME_RUNS_BACKWARDS("Time runs backwards"),
  TIME_RAN_BACKWARDS_ALWAYS("Time runs backwards"),
  TURNED_TO_THE_SIDE("Axes swapped or sensor turned"),
  UPSIDE_DOWN("Axes swapped or sensor turned"),
  /** Gravity shows nothing of it. */
  LEFT_FOR_RIGHT("");

  /** What the alert says, or the empty string where there is none. */
  final String cause;

  BadSignal(String cause) {
    this.cause = cause;
  }

  /** When it begins, in seconds. */
  int from() {
    return switch (this) {
      case MILLI_G_AS_G_ALWAYS, TIME_RAN_BACKWARDS_ALWAYS, ONE_A_SECOND, ONE_A_MINUTE -> 0;
      default -> 240;
    };
  }

  /** Whether samples, or windows, are left that something is said of. */
  boolean leavesWindows() {
    return switch (this) {
      case MILLI_G_AS_G,
          MILLI_G_AS_G_ALWAYS,
          ONE_A_SECOND,
          ONE_A_MINUTE,
          TIME_RUNS_BACKWARDS,
          TIME_RAN_BACKWARDS_ALWAYS ->
          false;
      default -> true;
    };
  }

  /** Whether what is left is a signal all the same, only with less of it. */
  boolean isTolerated() {
    return switch (this) {
      case SPIKES, SPIKES_OF_100_G, THREE_IN_TEN_MISSING, MISSING_IN_BURSTS, LEFT_FOR_RIGHT -> true;
      default -> false;
    };
  }

  /** Whether walking shows after a while how the sensor sits now. */
  boolean isLearned() {
    return this == TURNED_TO_THE_SIDE || this == UPSIDE_DOWN;
  }

  /** What the decoder says of samples, or the empty string where it takes them. */
  String refusal() {
    return switch (this) {
      case MILLI_G_AS_G, MILLI_G_AS_G_ALWAYS, SPIKES_OF_100_G -> "out of range";
      case TIME_RUNS_BACKWARDS, TIME_RAN_BACKWARDS_ALWAYS -> "older than the participant's clock";
      default -> "";
    };
  }

  /** The same samples as the bad sensor sends them, from {@link #from} on. */
  List<Reading> of(List<Reading> good, Random random) {
    long begin = good.get(0).micros() + from() * 1_000_000L;
    List<Reading> bad = new ArrayList<>();
    long sent = 0;
    long pauseEnd = 0;
    Reading held = null;
    for (Reading reading : good) {
      if (reading.micros() < begin) {
        bad.add(reading);
        continue;
      }
      held = held == null ? reading : held;
      switch (this) {
        case THREE_IN_TEN_MISSING -> {
          if (random.nextInt(10) >= 3) {
            bad.add(reading);
          }
        }
        case MISSING_IN_BURSTS -> {
          // 0.4 to 2 s in every 4, which is three in ten.
          if (reading.micros() >= pauseEnd) {
            pauseEnd = reading.micros() + 4_000_000;
            sent = reading.micros() + 400_000 + random.nextInt(1_600_000);
          }
          if (reading.micros() >= sent) {
            bad.add(reading);
          }
        }
        case ONE_A_SECOND, ONE_A_MINUTE -> {
          if (reading.micros() >= sent) {
            bad.add(reading);
            sent = reading.micros() + (this == ONE_A_SECOND ? 1_000_000 : 60_000_000);
          }
        }
        default -> bad.add(changed(reading, held, begin, random));
      }
    }
    return bad;
  }

  private Reading changed(Reading r, Reading held, long begin, Random random) {
    return switch (this) {
      case FLAT -> r.with(held.x(), held.y(), held.z());
      case AT_THE_RAIL -> r.with(4, 4, -4);
      case CLIPPED -> r.with(clipped(12 * r.x()), clipped(12 * r.y()), clipped(12 * r.z()));
      case DEAD_AXIS -> r.with(0, r.y(), r.z());
      case SPIKES -> random.nextInt(50) == 0 ? r.with(15, -15, 15) : r;
      case SPIKES_OF_100_G -> random.nextInt(100) == 0 ? r.with(100, -100, 100) : r;
      case MILLI_G_AS_G, MILLI_G_AS_G_ALWAYS -> r.times(1000);
      case METRES_AS_G -> r.times(9.80665);
      case G_AS_METRES -> r.times(1 / 9.80665);
      case OFFSET -> r.with(r.x() + 1, r.y(), r.z() + 1.2);
      case TIME_RUNS_BACKWARDS, TIME_RAN_BACKWARDS_ALWAYS -> r.at(2 * begin - r.micros());
      case TURNED_TO_THE_SIDE -> r.with(r.y(), r.x(), r.z());
      case UPSIDE_DOWN -> r.with(r.x(), -r.y(), r.z());
      case LEFT_FOR_RIGHT -> r.with(-r.x(), r.y(), r.z());
      default -> throw new IllegalStateException(name());
    };
  }

  private static double clipped(double g) {
    return Math.max(-4, Math.min(4, g));
  }
}
