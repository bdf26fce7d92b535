package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;

/**
 * Remembers the last eight seconds of samples, so that a person can judge what an alert was raised
 * for. Of the samples of 1/32 s the one farthest from 1 g is kept: no peak is lost, whatever the
 * rate, and what is kept never grows. Where no samples came there are none.
 */
final class RecentSamples {
  /** Length of a bin. */
  static final long BIN_MICROS = 31_250;

  private static final SampleBatch NOTHING =
      new SampleBatch("", new long[0], new short[0], new short[0], new short[0], "");

  /** Takes in the next samples, in order of time; those of bins that are over change nothing. */
  static void add(RecentState state, SampleBatch stretch) {
    addUntil(state, stretch, Long.MAX_VALUE);
  }

  private static void addUntil(RecentState state, SampleBatch stretch, long last) {
    long[] times = stretch.times();
    for (int i = 0; i < times.length && times[i] <= last; i++) {
      add(state, times[i], stretch.x()[i], stretch.y()[i], stretch.z()[i]);
    }
  }

  private static void add(RecentState state, long time, short x, short y, short z) {
    boolean first = state.newest == Alert.NEVER;
    if (first || time >= (state.newest + 1) * BIN_MICROS) {
      begin(state, Math.floorDiv(time, BIN_MICROS), first);
    } else if (time < state.newest * BIN_MICROS) {
      return;
    }
    int at = place(state.newest);
    if (state.x[at] == RecentState.EMPTY
        || farness(x, y, z) > farness(state.x[at], state.y[at], state.z[at])) {
      state.x[at] = x;
      state.y[at] = y;
      state.z[at] = z;
    }
  }

  /** Empties what is older than eight seconds then. */
  private static void begin(RecentState state, long bin, boolean first) {
    if (first || bin - state.newest >= RecentState.BINS) {
      Arrays.fill(state.x, RecentState.EMPTY);
    } else {
      for (long gone = state.newest + 1; gone <= bin; gone++) {
        state.x[place(gone)] = RecentState.EMPTY;
      }
    }
    state.newest = bin;
  }

  /** How far from 1 g, in steps. */
  private static double farness(short x, short y, short z) {
    double magnitude = Math.sqrt((double) x * x + (double) y * y + (double) z * z);
    return Math.abs(magnitude - SampleBatch.PER_G);
  }

  private static int place(long bin) {
    return (int) (bin & (RecentState.BINS - 1));
  }

  /** What is remembered, each sample at the middle of its bin. */
  static SampleBatch of(RecentState state, String participantId) {
    int size = 0;
    long[] times = new long[RecentState.BINS];
    short[][] axes = new short[3][RecentState.BINS];
    for (int age = RecentState.BINS - 1; age >= 0; age--) {
      int at = place(state.newest - age);
      if (state.x[at] != RecentState.EMPTY) {
        times[size] = (state.newest - age) * BIN_MICROS + BIN_MICROS / 2;
        axes[0][size] = state.x[at];
        axes[1][size] = state.y[at];
        axes[2][size] = state.z[at];
        size++;
      }
    }
    return new SampleBatch(
        participantId,
        Arrays.copyOf(times, size),
        Arrays.copyOf(axes[0], size),
        Arrays.copyOf(axes[1], size),
        Arrays.copyOf(axes[2], size),
        "");
  }

  /** The incident, if it begins with the samples that were the last when nothing more came. */
  static Incident around(RecentState state, Incident incident) {
    return around(state, NOTHING, incident);
  }

  /**
   * The incident, if it begins with the samples up to its detection.
   *
   * @param state without the stretch
   * @param stretch that it was detected in, so that it does not matter how samples are cut
   */
  static Incident around(RecentState state, SampleBatch stretch, Incident incident) {
    if (incident.phase() != Phase.BEGAN) {
      return incident;
    }
    RecentState then = state.copy();
    addUntil(then, stretch, incident.detected());
    SampleBatch samples = of(then, incident.key().participantId());
    if (samples.size() == 0) {
      return incident;
    }
    return incident.with(
        incident.evidence().with(Snippet.pack(samples, samples.times()[samples.size() - 1])));
  }

  private RecentSamples() {}
}
