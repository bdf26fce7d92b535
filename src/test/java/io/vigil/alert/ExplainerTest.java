package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.alert.fall.FallSettings;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.ImpactJudgement;
import io.vigil.alert.fall.ImpactJudgement.Kind;
import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.sensor.SampleBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
  private static final FallModel MODEL = FallModelFile.shipped();

  /** Seen red with: contributions without their weights. */
  @ParameterizedTest
  @ValueSource(doubles = {20, 52, 200})
  void aFallIsExplainedByTheImpactThatRaisedIt(double rateHz) {
    SampleBatch samples = MadeUpMotion.fallAndLie(70, true).at(rateHz, 1);
    Alert alert = last(alerts(samples), AlertType.FALL);

    Explanation explanation = explain(alert, samples);

    assertThat(explanation.isRaisedAgain()).isTrue();
    ImpactJudgement impact =
        explanation.impacts().stream()
            .filter(one -> one.kind() == Kind.FALL)
            .findFirst()
            .orElseThrow();
    assertThat(impact.impactMicros()).isEqualTo(alert.key().start());
    assertThat(impact.judgedMicros()).isEqualTo(alert.times().detected());
    assertThat(alert.evidence().measures())
        .contains(new Measure("score", impact.score()), new Measure("peakG", impact.peakG()));
    double sum =
        MODEL.intercept()
            + MODEL.contributions(impact.features()).stream()
                .mapToDouble(FallModel.Contribution::contribution)
                .sum();
    assertThat(1 / (1 + StrictMath.exp(-sum))).isEqualTo(impact.score());
    assertThat(explanation.incidents())
        .extracting(Incident::phase)
        .containsExactly(Phase.BEGAN, Phase.GOES_ON, Phase.GOES_ON, Phase.GOES_ON);
  }

  @Test
  void aStumbleIsShownWithTheScoreThatItMissed() {
    SampleBatch samples = MadeUpMotion.fall().at(52, 1);
    Alert alert = last(alerts(samples), AlertType.FALL);

    List<ImpactJudgement> steps =
        explain(alert, samples).impacts().stream()
            .filter(impact -> impact.kind() == Kind.NO_FALL)
            .toList();

    assertThat(steps).isNotEmpty().allMatch(step -> step.score() < step.minScore());
    assertThat(steps).allMatch(step -> step.why().contains("below"));
  }

  @Test
  void inactivityIsExplainedByTheStillnessBesideWhatIsAllowed() {
    SampleBatch samples = Signals.of(3).walking(60).lying(40 * 60).walking(120).samples();
    Alert alert = last(alerts(samples), AlertType.INACTIVITY);

    Explanation explanation = explain(alert, samples);

    assertThat(explanation.isRaisedAgain()).isTrue();
    assertThat(explanation.stillness()).hasSize(1);
    StillSpell spell = explanation.stillness().get(0);
    assertThat(spell.from()).isEqualTo(alert.key().start());
    assertThat(spell.share()).isGreaterThanOrEqualTo(1);
    assertThat(spell.afterWalking()).isTrue();
    assertThat(spell.allowed()).isEqualTo(Told.RULES.inactivity().afterWalking());
  }

  @Test
  void silenceIsExplainedByTheGap() {
    SampleBatch samples = Signals.of(3).walking(60).gap(3600).walking(60).samples();
    Alert alert = last(alerts(samples), AlertType.SILENCE);

    Explanation explanation = explain(alert, samples);

    assertThat(explanation.isRaisedAgain()).isTrue();
    assertThat(explanation.gaps()).hasSize(1);
    assertThat(explanation.gaps().get(0).from()).isEqualTo(alert.key().start());
    assertThat(
            explanation.incidents().get(explanation.incidents().size() - 1).evidence().sentence())
        .contains("those of the gap are missing");
  }

  /** Seen red with: any incident of the type taken for the alert's own. */
  @Test
  void otherSamplesDoNotRaiseItAgain() {
    Alert alert = last(alerts(MadeUpMotion.fall().at(52, 1)), AlertType.FALL);
    SampleBatch later = MadeUpMotion.fallAndRise().at(52, 1);
    for (int i = 0; i < later.size(); i++) {
      later.times()[i] += 20_000_000;
    }
    Explanation explanation = explain(alert, later);
    assertThat(explanation.incidents()).isNotEmpty();
    assertThat(explanation.isRaisedAgain()).isFalse();
  }

  @Test
  void withoutSamplesOnlyWhatTheAlertHoldsIsKnown() {
    Alert alert = last(alerts(MadeUpMotion.fall().at(52, 1)), AlertType.FALL);

    Explanation explanation = Explanation.ofSnippet(alert);

    assertThat(explanation.source()).isEqualTo(Explanation.Source.SNIPPET);
    assertThat(explanation.magnitudes().samples()).isBetween(200L, 256L);
    assertThat(explanation.impacts()).isEmpty();
  }

  private static Explanation explain(Alert alert, SampleBatch samples) {
    Explainer explainer =
        new Explainer(alert, Duration.ofMinutes(2), Duration.ofMinutes(3), Told.RULES, MODEL);
    explainer.add(samples);
    return explainer.explanation();
  }

  private static Alert last(List<Alert> alerts, AlertType type) {
    List<Alert> all = alerts.stream().filter(alert -> alert.key().type() == type).toList();
    return all.get(all.size() - 1);
  }

  private static List<Alert> alerts(SampleBatch samples) {
    Watch watch = new Watch(true, 0);
    WatchState state = new WatchState();
    List<Incident> falls =
        new FallIncidents(new FallDetector(MODEL, FallSettings.of(MODEL)), MODEL.ref())
            .in(new FallState(), samples, Told.RULES);
    List<Alert> alerts =
        new ArrayList<>(watch.samples(state, samples, falls, Told.RULES, 0).changes());
    alerts.addAll(watch.finish(state, samples.participantId(), Told.RULES).changes());
    return alerts;
  }
}
