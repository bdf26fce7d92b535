package io.vigil.alert;

import static io.vigil.alert.Told.BEGINNING;
import static io.vigil.alert.Told.MINUTE;
import static io.vigil.alert.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

  @Test
  void aFlatLineIsFoundAndTakenBack() {
    List<Incident> seen =
        unreliable(Signals.of(1).walking(300).flat(300, 0.2, 0.9, 0.1).walking(300).samples());

    assertThat(seen).extracting(Incident::phase).containsExactly(Phase.BEGAN, Phase.ENDED);
    assertThat(seen.get(0).key().start()).isCloseTo(BEGINNING + 5 * MINUTE, within(10 * SECOND));
    assertThat(seen.get(0).detected()).isCloseTo(BEGINNING + 7 * MINUTE, within(20 * SECOND));
    assertThat(seen.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(seen.get(0).evidence().sentence()).contains("stands still");
  }

  @Test
  void anAxisAtItsRailIsFound() {
    SampleBatch samples = Signals.of(1).walking(600).samples();
    Arrays.fill(samples.x(), (short) (4 * 2048));

    assertThat(unreliable(samples)).extracting(Incident::phase).containsExactly(Phase.BEGAN);
  }

  /** Seen red with: an interval that follows the mean. */
  @ParameterizedTest
  @ValueSource(doubles = {20, 52, 200})
  void aThirdOfTheSamplesMissingIsFoundAndATenthIsNot(double rateHz) {
    SampleBatch samples = new Signals(new Random(5), rateHz).walking(600).samples();

    assertThat(unreliable(Signals.without(samples, 0.33, new Random(6)))).hasSize(1);
    assertThat(unreliable(Signals.without(samples, 0.10, new Random(6)))).isEmpty();
  }

  @Test
  void aMistakenUnitIsFound() {
    SampleBatch samples = Signals.of(1).walking(600).samples();
    for (int i = 0; i < samples.size(); i++) {
      samples.x()[i] *= 5;
      samples.y()[i] *= 5;
      samples.z()[i] *= 5;
    }
    assertThat(unreliable(samples).get(0).evidence().sentence()).contains("is its unit mistaken?");
  }

  @Test
  void aGapIsSilentAndNotBad() {
    assertThat(unreliable(Signals.of(1).walking(300).gap(3_600).walking(300).samples())).isEmpty();
  }

  private static List<Incident> unreliable(SampleBatch samples) {
    return Signals.seen(samples, Told.RULES).stream()
        .filter(one -> one.key().type() == AlertType.LOW_CONFIDENCE)
        .toList();
  }
}
