package io.vigil.alert;

import io.vigil.activity.ModelRef;
import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallOutput;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.FallUpdate;
import io.vigil.alert.fall.ImpactFinding;
import io.vigil.alert.fall.ImpactJudgement;
import io.vigil.alert.fall.SignalFault;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Says what the detector of falls finds in the words of incidents. */
final class FallIncidents {
  private final FallDetector detector;
  private final ModelRef model;

  FallIncidents(FallDetector detector, ModelRef model) {
    this.detector = detector;
    this.model = model;
  }

  /** What is found in a participant's next samples; nothing while the rule is paused. */
  List<Incident> in(FallState state, SampleBatch stretch, Rules rules) {
    return in(state, stretch, rules, judgement -> {});
  }

  /** The same, with how each impact was judged. */
  List<Incident> in(
      FallState state, SampleBatch stretch, Rules rules, Consumer<ImpactJudgement> judged) {
    List<Incident> found = new ArrayList<>();
    String participantId = stretch.participantId();
    detector.add(
        state,
        stretch,
        new FallOutput() {
          @Override
          public void impact(ImpactFinding impact) {
            if (impact.verdict() == ImpactFinding.Verdict.FALL) {
              found.add(began(participantId, impact, rules));
            }
          }

          @Override
          public void judged(ImpactJudgement judgement) {
            judged.accept(judgement);
          }

          @Override
          public void update(FallUpdate update) {
            found.add(news(participantId, update, rules));
          }

          @Override
          public void signal(SignalFault fault, long atMicros) {
            // The detector of bad signals speaks for all detectors.
          }
        });
    return rules.paused(AlertType.FALL) ? List.of() : found;
  }

  private Incident began(String participantId, ImpactFinding impact, Rules rules) {
    String sentence =
        blow(impact.peakG(), impact.postureChangeDegrees()) + ": this looks like a fall.";
    return incident(
        new AlertKey(participantId, AlertType.FALL, impact.impactMicros()),
        Phase.BEGAN,
        impact.raisedMicros(),
        Severity.MAJOR,
        Evidence.of(
            sentence,
            new Measure("peakG", impact.peakG()),
            new Measure("postureChangeDegrees", impact.postureChangeDegrees()),
            new Measure("score", impact.score())),
        rules);
  }

  private Incident news(String participantId, FallUpdate update, Rules rules) {
    AlertKey key = new AlertKey(participantId, AlertType.FALL, update.impactMicros());
    long seconds = Math.round((update.atMicros() - update.impactMicros()) / 1e6);
    String blow = blow(update.peakG(), update.postureChangeDegrees());
    return switch (update.kind()) {
      case RECOVERED ->
          incident(
              key,
              Phase.RECOVERED,
              update.atMicros(),
              Severity.MINOR,
              evidence(
                  "%s; the person was up again %d s later.".formatted(blow, seconds),
                  update,
                  new Measure("upAfterSeconds", seconds)),
              rules);
      case LYING_STILL ->
          incident(
              key,
              Phase.GOES_ON,
              update.atMicros(),
              Severity.CRITICAL,
              evidence(
                  "%s; the person has been lying still for %d s."
                      .formatted(blow, update.stillSeconds()),
                  update,
                  new Measure("stillSeconds", update.stillSeconds())),
              rules);
    };
  }

  /** The fall's own numbers again, because an alert may be raised anew by what came after it. */
  private static Evidence evidence(String sentence, FallUpdate update, Measure newer) {
    return Evidence.of(
        sentence,
        new Measure("peakG", update.peakG()),
        new Measure("postureChangeDegrees", update.postureChangeDegrees()),
        newer);
  }

  private static String blow(double peakG, double postureChangeDegrees) {
    return String.format(
        Locale.ROOT,
        "An impact of %.1f g turned the body by %.0f degrees",
        peakG,
        postureChangeDegrees);
  }

  private Incident incident(
      AlertKey key, Phase phase, long detected, Severity severity, Evidence evidence, Rules rules) {
    return new Incident(key, phase, detected, severity, evidence, rules.ref(AlertType.FALL), model);
  }
}
