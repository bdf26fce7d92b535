package io.vigil.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is put into a recording, and that nothing recorded is lost. */
class SpliceTest {
  private static final long START = 1_767_603_600_000_000L;
  private static final long INTERVAL = 20_000;
  private static final long STILL = 60_000_000;
  private static final long GAP = 30_000_000;
  private static final int SIZE = 3_000;
  private static final SampleBatch RECORDING = recording();
  private static final Splice SPLICE = Splice.into(RECORDING, STILL, GAP, 1);

  /** Seen red with: the samples after the stillness left where they were. */
  @Test
  void timeGoesForwardAndOnlyTheGapIsOne() {
    long[] times = SPLICE.samples().times();
    for (int i = 1; i < times.length; i++) {
      long passed = times[i] - times[i - 1];
      assertThat(passed)
          .as("%d", i)
          .isEqualTo(times[i] == SPLICE.times().gapTo() ? INTERVAL + GAP : INTERVAL);
    }
    assertThat(SPLICE.times().gapTo() - SPLICE.times().gapFrom()).isEqualTo(INTERVAL + GAP);
  }

  /** Seen red with: the samples after the stillness left where they were. */
  @Test
  void whatWasRecordedIsAllThereInItsOrder() {
    SampleBatch spliced = SPLICE.samples();
    int still = spliced.size() - SIZE;
    short[] kept = new short[SIZE];
    for (int i = 0, n = 0; i < spliced.size(); i++) {
      long time = spliced.times()[i];
      if (time < SPLICE.times().stillFrom() || time >= SPLICE.times().stillTo()) {
        kept[n++] = spliced.x()[i];
      }
    }
    assertThat(kept).isEqualTo(RECORDING.x());
    assertThat(still * INTERVAL).isEqualTo(STILL);
    assertThat(SPLICE.times().stillTo() - SPLICE.times().stillFrom()).isEqualTo(STILL);
    assertThat(SPLICE.times().stillFrom()).isEqualTo(Splice.at(RECORDING));
    assertThat(SPLICE.times().gapFrom()).isGreaterThan(SPLICE.times().stillTo());
  }

  /** Seen red with: the posture of the beginning. */
  @Test
  void whoLiesKeepsTheLastPostureAndBreathes() {
    SampleBatch spliced = SPLICE.samples();
    double[] mean = new double[3];
    double[] least = {9, 9, 9};
    double[] most = {-9, -9, -9};
    int second = (int) (1_000_000 / INTERVAL);
    for (int from = SIZE / 2; from + second <= SIZE / 2 + STILL / INTERVAL; from += second) {
      double[] g = {
        meanG(spliced.x(), from, second),
        meanG(spliced.y(), from, second),
        meanG(spliced.z(), from, second)
      };
      for (int axis = 0; axis < 3; axis++) {
        mean[axis] += g[axis] / (STILL / 1e6);
        least[axis] = Math.min(least[axis], g[axis]);
        most[axis] = Math.max(most[axis], g[axis]);
      }
    }
    assertThat(mean).containsExactly(new double[] {0, 0.6, 0.8}, within(0.01));
    double widest = 0;
    for (int axis = 0; axis < 3; axis++) {
      widest = Math.max(widest, most[axis] - least[axis]);
    }
    assertThat(widest).as("swing of breath, in g").isBetween(0.015, 0.04);
  }

  @Test
  void chanceFollowsFromTheSeed() {
    assertThat(Splice.into(RECORDING, STILL, GAP, 1).samples().x()).isEqualTo(SPLICE.samples().x());
    assertThat(Splice.into(RECORDING, STILL, GAP, 2).samples().x())
        .isNotEqualTo(SPLICE.samples().x());
  }

  @Test
  void theSmallestRecordingCanBeSpliced() {
    SampleBatch four = recording(Splice.LEAST_SAMPLES);
    Splice splice = Splice.into(four, STILL, GAP, 1);
    assertThat(splice.samples().size()).isEqualTo(Splice.LEAST_SAMPLES + STILL / INTERVAL);
    assertThat(splice.times().gapTo())
        .isEqualTo(splice.samples().times()[splice.samples().size() - 1]);
  }

  private static double meanG(short[] axis, int from, int size) {
    return Arrays.stream(shorts(axis, from, size)).average().orElseThrow() / SampleBatch.PER_G;
  }

  private static int[] shorts(short[] axis, int from, int size) {
    int[] values = new int[size];
    Arrays.setAll(values, i -> axis[from + i]);
    return values;
  }

  private static SampleBatch recording() {
    return recording(SIZE);
  }

  /** Upright and restless at first, leaning back from the second third on. */
  private static SampleBatch recording(int size) {
    Random random = new Random(7);
    long[] times = new long[size];
    short[] x = new short[size];
    short[] y = new short[size];
    short[] z = new short[size];
    for (int i = 0; i < size; i++) {
      boolean leans = i >= size / 3;
      times[i] = START + i * INTERVAL;
      x[i] = (short) random.nextInt(-40, 41);
      y[i] = (short) ((leans ? 0.6 : 1) * SampleBatch.PER_G);
      z[i] = (short) ((leans ? 0.8 : 0) * SampleBatch.PER_G);
    }
    return new SampleBatch("p1", times, x, y, z, "");
  }
}
