package io.vigil.alert;

import io.vigil.activity.ModelRef;
import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallOutput;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.FallUpdate;
import io.vigil.alert.fall.ImpactFinding;
import io.vigil.alert.fall.SignalFault;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        String.format(
            Locale.ROOT,
            "An impact of %.1f g turned the body by %.0f degrees: this looks like a fall.",
            impact.peakG(),
            impact.postureChangeDegrees());
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
    Measure still = new Measure("stillSeconds", update.stillSeconds());
    return switch (update.kind()) {
      case RECOVERED ->
          incident(
              key,
              Phase.RECOVERED,
              update.atMicros(),
              Severity.MINOR,
              Evidence.of("The person got up again after the fall.", still),
              rules);
      case LYING_STILL ->
          incident(
              key,
              Phase.GOES_ON,
              update.atMicros(),
              Severity.CRITICAL,
              Evidence.of(
                  "The person has been lying still for %d s since the fall."
                      .formatted(update.stillSeconds()),
                  still),
              rules);
    };
  }

  private Incident incident(
      AlertKey key, Phase phase, long detected, Severity severity, Evidence evidence, Rules rules) {
    return new Incident(key, phase, detected, severity, evidence, rules.ref(AlertType.FALL), model);
  }
}
