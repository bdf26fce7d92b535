package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.model.GateFigure;
import io.vigil.model.Manifest;
import io.vigil.model.Metrics;
import io.vigil.model.TrainedOn;
import io.vigil.train.Gate.Contender;
import io.vigil.train.Gate.FalseAlerts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Manifest MANIFEST = TrainedModels.forest(1, 3, 12).manifest();
  private static final Gate GATE = new Gate(0.01, 0.1);

  /** Seen red with: the sign of the margin turned round. */
  @Test
  void aModelMayBeWorseByTheMarginAndNoMore() {
    assertThat(f1(0.70, 0.70).passed()).isTrue();
    assertThat(f1(0.695, 0.70).passed()).isTrue();
    assertThat(f1(0.80, 0.70).passed()).isTrue();
    GateFigure refused = f1(0.68, 0.70);
    assertThat(refused.passed()).isFalse();
    assertThat(refused.figures())
        .containsEntry("candidate", 0.68)
        .containsEntry("inForce", 0.70)
        .containsEntry("margin", 0.01);
    assertThat(refused.says()).contains("b:2 0.680", "a:1 in force 0.700", "lower by 0.010");
  }

  @Test
  void otherPeopleAreComparedByThoseInCommon() {
    Contender before = contender("a:1", 0.9, "x", Map.of("p1", 0.5, "p2", 0.6, "p3", 0.9));
    assertThat(GATE.macroF1(contender("b:2", 0.1, "y", Map.of("p1", 0.6, "p2", 0.6)), before))
        .satisfies(figure -> assertThat(figure.passed()).isTrue())
        .satisfies(figure -> assertThat(figure.says()).contains("mean of the 2 people in common"));
    assertThat(
            GATE.macroF1(contender("b:2", 0.99, "y", Map.of("p1", 0.4, "p2", 0.4)), before)
                .passed())
        .isFalse();
  }

  @Test
  void whatCannotBeComparedIsRefusedWithWhatToDo() {
    Contender before = contender("a:1", 0.1, "x", Map.of("p1", 0.5, "p2", 0.6));
    refused(contender("b:2", 0.9, "y", Map.of("p1", 0.5)), before, "train both on the same people");
    refused(
        new Contender("b:2", manifest("3", "leave-one-person-out", 0.9, "x"), Map.of()),
        before,
        "train on the same classes");
    refused(
        new Contender("b:2", manifest("5", "by heart", 0.9, "x"), Map.of()),
        before,
        "measure both in the same way");
  }

  @Test
  void falseAlertsMayBeMoreByTheMarginAndNoMore() {
    assertThat(alerts(3, 2).passed()).isTrue();
    assertThat(alerts(4, 2).passed()).isFalse();
    assertThat(alerts(4, 2).says()).contains("b:2 0.400 (4)", "a:1 in force 0.200 (2)");
    assertThat(GATE.falseAlerts("b:2", new FalseAlerts(0, 0), "a:1", new FalseAlerts(0, 0)).says())
        .contains("give others");
  }

  @Test
  void marginsAreShares() {
    assertThatThrownBy(() -> new Gate(-0.1, 0)).hasMessageContaining("expected 0 to 1");
    assertThatThrownBy(() -> new Gate(Double.NaN, 0)).hasMessageContaining("expected 0 to 1");
    assertThatThrownBy(() -> new Gate(0, -1)).hasMessageContaining("expected 0 to 1000");
  }

  private static GateFigure f1(double candidate, double inForce) {
    return GATE.macroF1(
        contender("b:2", candidate, "x", Map.of()), contender("a:1", inForce, "x", Map.of()));
  }

  private static GateFigure alerts(int candidate, int inForce) {
    return GATE.falseAlerts(
        "b:2", new FalseAlerts(candidate, 10), "a:1", new FalseAlerts(inForce, 10));
  }

  private static void refused(Contender candidate, Contender inForce, String says) {
    GateFigure figure = GATE.macroF1(candidate, inForce);
    assertThat(figure.passed()).isFalse();
    assertThat(figure.figures()).isEmpty();
    assertThat(figure.says()).contains("cannot be compared", says);
  }

  private static Contender contender(
      String reference, double f1, String person, Map<String, Double> byPerson) {
    return new Contender(reference, manifest("5", "leave-one-person-out", f1, person), byPerson);
  }

  private static Manifest manifest(String scheme, String method, double f1, String person) {
    return new Manifest(
        MANIFEST.featureSchema(),
        MANIFEST.featureSchemaHash(),
        scheme,
        MANIFEST.classes(),
        MANIFEST.deviceProfile(),
        new TrainedOn(List.of(person), List.of(), Map.of(), "data of " + person),
        MANIFEST.recipe(),
        new Metrics(method, 100, f1, f1, Map.of()),
        MANIFEST.smoothing(),
        MANIFEST.goldenVectors(),
        MANIFEST.profile());
  }
}
