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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fall's alert says from its first revision to its last. */
class FallStoryTest {
  private static final FallModel MODEL = FallModelFile.shipped();

  /** Seen red with: evidence of what came after in place of that of the impact. */
  @Test
  void whoLiesStillHasTheImpactInTheSameSentence() {
    List<Alert> written = written(MadeUpMotion.fallAndLie(70, true));
    Evidence first = written.get(0).evidence();
    Evidence last = written.get(written.size() - 1).evidence();

    assertThat(names(first)).containsExactly("peakG", "postureChangeDegrees", "score");
    assertThat(last.measures()).startsWith(first.measures().toArray(Measure[]::new));
    assertThat(names(last)).contains("stillSeconds", "worn");
    assertThat(value(last, "stillSeconds")).isEqualTo(60);
    assertThat(value(last, "worn")).isEqualTo(1);
    assertThat(last.sentence())
        .matches(
            "An impact of 4[.]\\d g turned the body by \\d+ degrees; the person has been lying still for 60 s[.]");
    assertThat(last.snippet()).isNotEmpty().isEqualTo(first.snippet());
    assertThat(written)
        .extracting(alert -> alert.severity() + " " + lastAction(alert))
        .containsExactly("MAJOR raised", "CRITICAL severity", "CRITICAL goesOn", "CRITICAL goesOn");
  }

  @Test
  void whoGotUpHasTheImpactInTheSameSentence() {
    List<Alert> written = written(MadeUpMotion.fallAndRise());
    Evidence last = written.get(written.size() - 1).evidence();

    assertThat(names(last)).startsWith("peakG", "postureChangeDegrees", "score");
    assertThat(last.sentence())
        .contains("An impact of 4", "; the person was up again ", " s later.");
    assertThat(value(last, "upAfterSeconds")).isBetween(7.0, 14.0);
    assertThat(written.get(written.size() - 1).severity()).isEqualTo(Severity.MINOR);
  }

  /**
   * A sensor that fell on its own: it is said, and nothing is called off.
   *
   * <p>Seen red with: a limit of sway that a table reaches, 0.8.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSensorThatDoesNotBreatheSeemsNotToBeWorn(long seed) {
    List<Alert> written = written(MadeUpMotion.fallAndLie(70, false).at(52, seed), 1);
    Alert last = written.get(written.size() - 1);

    assertThat(value(last.evidence(), "worn")).isZero();
    assertThat(last.evidence().sentence()).endsWith("the sensor seems not to be worn.");
    assertThat(last.severity()).isEqualTo(Severity.CRITICAL);
  }

  /** Seen red with: stillness as it is at the end of the samples that came together. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void doesNotDependOnHowSamplesAreCut(long seed) {
    SampleBatch samples = MadeUpMotion.fallAndLie(70, seed % 2 == 0).at(52, seed);
    assertThat(written(samples, seed)).isEqualTo(written(samples, -1));
  }

  private static List<Alert> written(MadeUpMotion motion) {
    return written(motion.at(52, 1), 1);
  }

  /** What a replay writes of samples that come in stretches cut at random, or at once below 0. */
  private static List<Alert> written(SampleBatch samples, long seed) {
    FallIncidents falls =
        new FallIncidents(new FallDetector(MODEL, FallSettings.of(MODEL)), MODEL.ref());
    Watch watch = new Watch(true, 0);
    WatchState state = new WatchState();
    FallState fallState = new FallState();
    Random random = new Random(seed);
    List<Alert> written = new ArrayList<>();
    for (int from = 0; from < samples.size(); ) {
      int to = seed < 0 ? samples.size() : Math.min(samples.size(), from + 1 + random.nextInt(99));
      SampleBatch part = Signals.pick(samples, IntStream.range(from, to).toArray());
      List<Incident> seen = falls.in(fallState, part, Told.RULES);
      written.addAll(watch.samples(state, part, seen, Told.RULES, 0).changes());
      from = to;
    }
    return written;
  }

  private static List<String> names(Evidence evidence) {
    return evidence.measures().stream().map(Measure::name).toList();
  }

  private static double value(Evidence evidence, String name) {
    return evidence.measures().stream()
        .filter(measure -> measure.name().equals(name))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + evidence));
  }

  private static String lastAction(Alert alert) {
    List<Entry> kept = alert.history().kept();
    return kept.get(kept.size() - 1).action();
  }
}
