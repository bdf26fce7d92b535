package io.vigil.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParticipantTimeTest {
  private static final long SECOND = 1_000_000;
  private static final long BEGINNING = 1_767_225_600 * SECOND;
  private static final WindowShape SHAPE = new WindowShape(4 * SECOND, 2 * SECOND, 80);
  private static final TimeSettings SETTINGS = new TimeSettings(3 * SECOND, SECOND / 2, 0);

  private final ParticipantTime time = new ParticipantTime(SHAPE, SETTINGS);
  private final TimeState state = new TimeState();
  private final Seen seen = new Seen();

  /**
   * Any order within the disorder, any batch twice, any gaps: the same windows as the plain
   * reference, with the same samples, and every sample accounted for.
   *
   * <p>Seen red with: a window closed at {@code end - hop} instead of {@code end}; duplicates added
   * again; the clock advanced inside the batch; samples handed on in order as far as the clock, and
   * not to the last half second.
   */
  @Property(tries = 300)
  void agreesWithThePlainReferenceInAnyOrder(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 40) int batches,
      @ForAll @DoubleRange(min = 0, max = 0.3) double dropped,
      @ForAll @DoubleRange(min = 0, max = 0.5) double repeated) {
    TimeState state = new TimeState();
    Seen seen = new Seen();
    TreeMap<Long, Short> samples = new TreeMap<>();
    List<Tuple2<Long, SampleBatch>> arrivals = new ArrayList<>();
    int duplicates = 0;
    long start = BEGINNING + random.nextInt(5_000_000);
    for (int i = 0; i < batches; i++) {
      start += random.nextDouble() < 0.1 ? random.nextInt(20_000_000) : 0;
      if (random.nextDouble() >= dropped) {
        SampleBatch batch = batch(start, random);
        for (int k = 0; k < batch.size(); k++) {
          samples.put(batch.times()[k], batch.x()[k]);
        }
        int times = random.nextDouble() < repeated ? 2 : 1;
        duplicates += (times - 1) * batch.size();
        for (int copy = 0; copy < times; copy++) {
          arrivals.add(Tuple.of(start + random.nextInt(1_900_000), batch));
        }
      }
      start += SECOND;
    }
    Collections.shuffle(arrivals, random);
    arrivals.sort((a, b) -> Long.compare(a.get1(), b.get1()));

    arrivals.forEach(arrival -> time.add(state, arrival.get2(), seen));
    time.finish(state, "p1", seen);

    List<Long> expected = PlainWindows.starts(samples, SHAPE, SETTINGS.maxGapMicros());
    assertThat(seen.windows).extracting(Window::start).isEqualTo(expected);
    assertThat(seen.late).isEmpty();
    assertThat(state.inWindows).isEqualTo(PlainWindows.held(samples, expected, SHAPE));
    assertThat(state.incomplete).isEqualTo(samples.size() - state.inWindows);
    assertThat(state.duplicates).isEqualTo(duplicates);
    assertThat(seen.ordered).isEqualTo(List.copyOf(samples.keySet()));
    for (Window window : seen.windows) {
      short first = samples.ceilingEntry(window.start()).getValue();
      assertThat(window.x()[0]).isEqualTo(first / (float) SampleBatch.PER_G);
    }
  }

  @Test
  void keepsABacklogThatIsUploadedHoursLater() {
    time.add(state, evenBatch(BEGINNING, 20), seen);
    for (int second = 0; second < 60; second++) {
      time.add(state, evenBatch(BEGINNING + 3 * 3600 * SECOND + second * SECOND, 20), seen);
    }
    time.finish(state, "p1", seen);

    assertThat(seen.late).isEmpty();
    assertThat(seen.windows).hasSize(29);
    assertThat(state.inWindows).isEqualTo(60 * 20);
    assertThat(state.incomplete).isEqualTo(20);
  }

  /** Seen red with: {@code Unbroken.end} that finds nothing. */
  @Test
  void doesNotWaitForLateSamplesWhereNoneCanBeMissing() {
    for (int second = 0; second < 10; second++) {
      time.add(state, evenBatch(BEGINNING + second * SECOND, 20), seen);
    }
    assertThat(seen.ordered).hasSize(200);

    time.add(state, evenBatch(BEGINNING + 11 * SECOND, 20), seen);
    assertThat(seen.ordered).as("a second is missing").hasSize(200);
    time.add(state, evenBatch(BEGINNING + 10 * SECOND, 20), seen);
    assertThat(seen.ordered).as("and has come").hasSize(240);
  }

  /** Seen red with: a spacing that is what it last was. */
  @Test
  void oneSparseSecondDoesNotMakeAHoleUsual() {
    for (int second = 0; second < 10; second++) {
      time.add(state, evenBatch(BEGINNING + second * SECOND, 20), seen);
    }
    time.add(state, evenBatch(BEGINNING + 10 * SECOND, 10), seen);
    assertThat(seen.ordered).as("every other sample is missing").hasSizeLessThan(203);
    time.add(state, evenBatch(BEGINNING + 15 * SECOND, 20), seen);
    assertThat(seen.ordered).as("and stays away").hasSize(210);
    time.add(state, evenBatch(BEGINNING + 16 * SECOND, 10), seen);
    assertThat(seen.ordered).hasSizeLessThan(232);
  }

  /** What comes late for those who did not wait is in its windows all the same. */
  @Test
  void sampleBetweenTwoThatLieCloseIsNotHandedOnBehindThem() {
    for (int second = 0; second < 10; second++) {
      time.add(state, evenBatch(BEGINNING + second * SECOND, 20), seen);
    }
    long between = BEGINNING + 9 * SECOND + 10_000;
    short[] one = {1};
    time.add(state, new SampleBatch("p1", new long[] {between}, one, one, one, ""), seen);
    time.finish(state, "p1", seen);
    assertThat(seen.ordered).hasSize(200).isSorted().doesNotContain(between);
    assertThat(state.inWindows + state.incomplete).isEqualTo(201);
  }

  @Test
  void handsOnWhatIsOlderThanTheClockAsLate() {
    time.add(state, evenBatch(BEGINNING + 60 * SECOND, 20), seen);
    time.add(state, evenBatch(BEGINNING, 20), seen);

    assertThat(seen.late).hasSize(1);
    assertThat(seen.late.get(0).size()).isEqualTo(20);
    assertThat(state.late).isEqualTo(20);
  }

  @Test
  void takesAnOldBatchSentAgainForADuplicateEvenWhenItsSamplesAreGone() {
    for (int second = 0; second < 60; second++) {
      time.add(state, evenBatch(BEGINNING + second * SECOND, 20), seen);
    }
    time.add(state, evenBatch(BEGINNING + 5 * SECOND, 20), seen);

    assertThat(state.duplicates).isEqualTo(20);
    assertThat(seen.late).isEmpty();
  }

  @Test
  void bringsAnotherRateToTheModelsByLinearInterpolation() {
    long[] times = new long[101];
    short[] ramp = new short[101];
    for (int i = 0; i <= 100; i++) {
      times[i] = BEGINNING + i * 100_000L;
      ramp[i] = (short) (i * 10);
    }
    time.add(state, new SampleBatch("p1", times, ramp, ramp, ramp, "Walking"), seen);

    Window window = seen.windows.get(0);
    assertThat(window.x()).hasSize(80);
    for (int i = 0; i < 79; i++) {
      float expected = (float) (i * 5.0 / SampleBatch.PER_G);
      assertThat(window.x()[i]).isEqualTo(expected, org.assertj.core.data.Offset.offset(1e-6f));
    }
    assertThat(window.activity()).isEqualTo("Walking");
  }

  @Test
  void givesAWindowTheLabelMostOfItsSamplesCarry() {
    for (int second = 0; second < 8; second++) {
      SampleBatch batch = evenBatch(BEGINNING + second * SECOND, 20);
      String label = second < 3 ? "Standing" : "Walking";
      time.add(
          state,
          new SampleBatch("p1", batch.times(), batch.x(), batch.y(), batch.z(), label),
          seen);
    }
    time.finish(state, "p1", seen);

    assertThat(seen.windows)
        .extracting(Window::activity)
        .containsExactly("Standing", "Walking", "Walking");
  }

  private static SampleBatch batch(long start, Random random) {
    int size = 20;
    long[] times = new long[size];
    short[] x = new short[size];
    for (int i = 0; i < size; i++) {
      times[i] = start + i * SECOND / size;
      x[i] = (short) random.nextInt(-30_000, 30_000);
    }
    return new SampleBatch("p1", times, x, x, x, "");
  }

  private static SampleBatch evenBatch(long start, int size) {
    long[] times = new long[size];
    short[] x = new short[size];
    for (int i = 0; i < size; i++) {
      times[i] = start + i * SECOND / size;
    }
    return new SampleBatch("p1", times, x, x, x, "");
  }

  private static final class Seen implements ParticipantTime.Output {
    private final List<Long> ordered = new ArrayList<>();

    final List<Window> windows = new ArrayList<>();
    final List<SampleBatch> late = new ArrayList<>();

    @Override
    public void window(Window window) {
      windows.add(window);
    }

    @Override
    public void ordered(SampleBatch samples) {
      Arrays.stream(samples.times()).forEach(ordered::add);
    }

    @Override
    public void late(SampleBatch samples) {
      late.add(samples);
    }
  }
}
