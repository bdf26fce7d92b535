package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.alert.fall.FallSettings;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;

class RecentSamplesTest {
  private static final long SPAN = RecentState.BINS * RecentSamples.BIN_MICROS;

  /**
   * One sample of 5 g among a thousand is kept, wherever it is in the last eight seconds.
   *
   * <p>Seen red with: the first sample of a bin kept; the last sample of a bin kept.
   */
  @Property(tries = 100)
  void noPeakIsLost(@ForAll Random random, @ForAll @IntRange(min = 20, max = 200) int rateHz) {
    SampleBatch samples = new Signals(random, rateHz).lying(15).samples();
    int last = samples.size() - 1;
    long since = samples.times()[last] - SPAN + 2 * RecentSamples.BIN_MICROS;
    int peak = last - random.nextInt((int) ((samples.times()[last] - since) / 1e6 * rateHz));
    samples.y()[peak] = (short) (5 * SampleBatch.PER_G);

    SampleBatch kept = RecentSamples.of(remembered(samples, random), "p1");

    int at =
        IntStream.range(0, kept.size()).filter(i -> kept.y()[i] > 10_000).findFirst().orElse(-1);
    assertThat(at).isNotNegative();
    assertThat(kept.x()[at]).isEqualTo(samples.x()[peak]);
    assertThat(Math.abs(kept.times()[at] - samples.times()[peak]))
        .isLessThanOrEqualTo(RecentSamples.BIN_MICROS / 2);
  }

  /** Seen red with: bins that are not emptied when they come round again. */
  @Property(tries = 50)
  void whereNothingCameThereIsNothing(
      @ForAll Random random,
      @ForAll @IntRange(min = 20, max = 200) int rateHz,
      @ForAll @IntRange(min = 1, max = 20) int gapSeconds) {
    SampleBatch samples = new Signals(random, rateHz).lying(10).gap(gapSeconds).lying(3).samples();
    long end = samples.times()[samples.size() - 1];

    SampleBatch kept = RecentSamples.of(remembered(samples, random), "p1");

    double seconds = 3 + Math.max(0, 5.0 - gapSeconds);
    assertThat((double) kept.size()).isBetween(0.9 * seconds * Math.min(32, rateHz) - 2, 8 * 32.0);
    for (int i = 0; i < kept.size(); i++) {
      long age = end - kept.times()[i];
      assertThat(age).isLessThanOrEqualTo(SPAN);
      assertThat(age < 3_050_000 || age > (2.95 + gapSeconds) * 1e6).as("age %d", age).isTrue();
    }
  }

  @Property(tries = 20)
  void isSmallAtAnyRate(@ForAll Random random, @ForAll @IntRange(min = 20, max = 200) int rateHz)
      throws Exception {
    RecentState state = remembered(new Signals(random, rateHz).walking(20).samples(), random);
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeInformation.of(RecentState.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(state, out);
    assertThat(out.length()).isLessThan(1_600);
  }

  /** However samples are cut, a fall's alert shows the impact and what led to it. */
  @Property(tries = 40)
  void whenAFallIsRaisedItsImpactIsSeen(
      @ForAll Random random, @ForAll @IntRange(min = 20, max = 200) int rateHz) {
    SampleBatch samples = MadeUpMotion.fall().at(rateHz, random.nextLong());
    FallModel model = FallModelFile.shipped();
    FallIncidents falls =
        new FallIncidents(new FallDetector(model, FallSettings.of(model)), model.ref());
    Watch watch = new Watch(true, 0);
    WatchState state = new WatchState();
    FallState fallState = new FallState();
    List<Alert> written = new ArrayList<>();
    for (SampleBatch part : parts(samples, random)) {
      List<Incident> seen = falls.in(fallState, part, Told.RULES);
      written.addAll(watch.samples(state, part, seen, Told.RULES, 0).changes());
    }

    Evidence evidence = written.get(0).evidence();
    SampleBatch shown = Snippet.unpack("p", evidence.snippet());
    double peak = 0;
    long at = 0;
    for (int i = 0; i < shown.size(); i++) {
      double g = magnitude(shown, i);
      at = g > peak ? shown.times()[i] : at;
      peak = Math.max(peak, g);
    }
    assertThat(Math.abs(at - MadeUpMotion.FALL_IMPACT)).isLessThan(150_000);
    assertThat(Math.abs(peak - evidence.measures().get(0).value())).isLessThan(0.15);
    assertThat(shown.times()[0]).isLessThan(at - 5_000_000);
    assertThat(shown.times()[shown.size() - 1])
        .isLessThanOrEqualTo(written.get(0).times().detected() + RecentSamples.BIN_MICROS);
    assertThat(written).allMatch(alert -> alert.evidence().snippet().equals(evidence.snippet()));
  }

  @Example
  void silenceShowsTheLastThatCame() {
    Watch watch = new Watch(true, 0);
    SampleBatch samples = Signals.of(1).walking(30).gap(3600).walking(30).samples();
    List<Alert> written = watch.samples(new WatchState(), samples, Told.RULES, 0).changes();

    Alert silence = written.get(0);
    SampleBatch shown = Snippet.unpack("p1", silence.evidence().snippet());
    assertThat(silence.key().type()).isEqualTo(AlertType.SILENCE);
    assertThat(shown.size()).isGreaterThan(240);
    assertThat(Math.abs(shown.times()[shown.size() - 1] - silence.key().start()))
        .isLessThanOrEqualTo(RecentSamples.BIN_MICROS);
  }

  private static RecentState remembered(SampleBatch samples, Random random) {
    RecentState state = new RecentState();
    parts(samples, random).forEach(part -> RecentSamples.add(state, part));
    return state;
  }

  private static List<SampleBatch> parts(SampleBatch samples, Random random) {
    List<SampleBatch> parts = new ArrayList<>();
    int longest = 1 + random.nextInt(samples.size());
    for (int from = 0; from < samples.size(); ) {
      int to = Math.min(samples.size(), from + 1 + random.nextInt(longest));
      parts.add(Signals.pick(samples, IntStream.range(from, to).toArray()));
      from = to;
    }
    return parts;
  }

  private static double magnitude(SampleBatch s, int i) {
    return Math.sqrt((double) s.x()[i] * s.x()[i] + s.y()[i] * s.y()[i] + s.z()[i] * s.z()[i])
        / SampleBatch.PER_G;
  }
}
