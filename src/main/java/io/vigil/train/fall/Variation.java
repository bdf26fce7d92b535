package io.vigil.train.fall;

import io.vigil.sensor.SampleBatch;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The same recording as another sensor, or a softer fall, would have given it: what a model must
 * not depend on.
 */
public enum Variation {
  /** As recorded. */
  NONE,
  /** Picked at 20 Hz, each instant off by up to 8 ms: a slow radio sensor. */
  SLOW_SENSOR,
  /** Three samples in ten lost. */
  LOSSES,
  /** What is beyond the slow part of the movement is made 0.7 times as large. */
  SOFTER;

  private static final long SLOW_MICROS = 50_000;
  private static final int JITTER_MICROS = 8_000;
  private static final double LOST = 0.3;
  private static final double SOFT = 0.7;
  private static final long SLOW_PART_MICROS = 500_000;

  /** Varies samples; what is random follows from the seed and the participant's id. */
  public SampleBatch of(SampleBatch samples, long seed) {
    SplittableRandom random =
        new SplittableRandom(seed + 31L * samples.participantId().hashCode() + ordinal());
    return switch (this) {
      case NONE -> samples;
      case SLOW_SENSOR -> slow(samples, random);
      case LOSSES -> lossy(samples, random);
      case SOFTER -> softer(samples);
    };
  }

  private static SampleBatch slow(SampleBatch s, SplittableRandom random) {
    long[] old = s.times();
    long first = old[0] + random.nextLong(SLOW_MICROS);
    long[] times = new long[(int) Math.max(0, (old[old.length - 1] - first) / SLOW_MICROS)];
    short[][] axes = new short[3][times.length];
    int at = 0;
    for (int i = 0; i < times.length; i++) {
      long time = first + i * SLOW_MICROS + random.nextInt(JITTER_MICROS);
      while (old[at + 1] < time) {
        at++;
      }
      double share = (double) (time - old[at]) / (old[at + 1] - old[at]);
      share = Math.max(0, share);
      times[i] = time;
      axes[0][i] = between(s.x(), at, share);
      axes[1][i] = between(s.y(), at, share);
      axes[2][i] = between(s.z(), at, share);
    }
    return new SampleBatch(s.participantId(), times, axes[0], axes[1], axes[2], s.activity());
  }

  private static short between(short[] axis, int at, double share) {
    return (short) Math.rint(axis[at] + (axis[at + 1] - axis[at]) * share);
  }

  private static SampleBatch lossy(SampleBatch s, SplittableRandom random) {
    int[] kept = new int[s.size()];
    int n = 0;
    for (int i = 0; i < s.size(); i++) {
      if (random.nextDouble() >= LOST) {
        kept[n++] = i;
      }
    }
    long[] times = new long[n];
    short[][] axes = new short[3][n];
    for (int i = 0; i < n; i++) {
      times[i] = s.times()[kept[i]];
      axes[0][i] = s.x()[kept[i]];
      axes[1][i] = s.y()[kept[i]];
      axes[2][i] = s.z()[kept[i]];
    }
    return new SampleBatch(s.participantId(), times, axes[0], axes[1], axes[2], s.activity());
  }

  private static SampleBatch softer(SampleBatch s) {
    return new SampleBatch(
        s.participantId(),
        s.times(),
        softer(s.times(), s.x()),
        softer(s.times(), s.y()),
        softer(s.times(), s.z()),
        s.activity());
  }

  private static short[] softer(long[] times, short[] axis) {
    long[] sums = new long[axis.length + 1];
    for (int i = 0; i < axis.length; i++) {
      sums[i + 1] = sums[i] + axis[i];
    }
    short[] soft = new short[axis.length];
    int from = 0;
    int to = 0;
    for (int i = 0; i < axis.length; i++) {
      while (times[i] - times[from] > SLOW_PART_MICROS) {
        from++;
      }
      while (to < axis.length && times[to] - times[i] <= SLOW_PART_MICROS) {
        to++;
      }
      double slowPart = (double) (sums[to] - sums[from]) / (to - from);
      soft[i] = (short) Math.rint(slowPart + SOFT * (axis[i] - slowPart));
    }
    return soft;
  }

  /** Those that a model is trained with. */
  static final List<Variation> TRAINED = List.of(values());
}
