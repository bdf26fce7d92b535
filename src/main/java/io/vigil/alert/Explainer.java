package io.vigil.alert;

import io.vigil.alert.fall.FallDetector;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallSettings;
import io.vigil.alert.fall.FallState;
import io.vigil.alert.fall.ImpactJudgement;
import io.vigil.sensor.SampleBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs the detectors once more over a participant's samples and watches them decide. They see all
 * samples, as in the job; what is noted is of the minutes around the alert, and all that its own
 * incident says.
 */
public final class Explainer {
  private static final int SPANS = 96;
  private static final long LEAST_GAP = Duration.ofSeconds(5).toNanos() / 1000;

  private final Alert alert;
  private final long from;
  private final long to;
  private final Rules rules;
  private final FallIncidents falls;
  private final Magnitudes magnitudes;
  private final FallState fallState = new FallState();
  private final BlockState blockState = new BlockState();
  private final InactivityState inactivityState = new InactivityState();
  private final SignalState signalState = new SignalState();
  private final SilenceState silenceState = new SilenceState();
  private final StillSpells stillness = new StillSpells();
  private final List<ImpactJudgement> impacts = new ArrayList<>();
  private final List<SampleGap> gaps = new ArrayList<>();
  private final List<Incident> incidents = new ArrayList<>();

  /**
   * @param before how long before the alert's start the noting begins
   * @param after how long after its detection it ends
   * @param rules of the participant
   * @param model that judges impacts
   */
  public Explainer(Alert alert, Duration before, Duration after, Rules rules, FallModel model) {
    this.alert = alert;
    this.from = alert.key().start() - Turn.micros(before);
    this.to = alert.times().detected() + Turn.micros(after);
    this.rules = rules;
    this.falls = new FallIncidents(new FallDetector(model, FallSettings.of(model)), model.ref());
    this.magnitudes = new Magnitudes(from, to, SPANS);
  }

  /** Takes in the participant's next samples, in order of time. */
  public void add(SampleBatch stretch) {
    magnitudes.add(stretch);
    noteGaps(stretch);
    falls.in(fallState, stretch, rules, this::note).forEach(this::note);
    new Silence().add(silenceState, stretch, rules, this::note);
    new Blocks().add(blockState, stretch, block -> look(stretch.participantId(), block));
  }

  private void look(String participantId, Block block) {
    new Inactivity().add(inactivityState, participantId, block, rules, this::note);
    new Signal().add(signalState, participantId, block, rules, this::note);
    stillness.look(inactivityState, rules);
  }

  /** Before the detector of silence has seen the samples. */
  private void noteGaps(SampleBatch stretch) {
    long last = silenceState.last;
    for (long time : stretch.times()) {
      if (last != Alert.NEVER && time - last >= LEAST_GAP && time >= from && last < to) {
        gaps.add(new SampleGap(last, time));
      }
      last = Math.max(last, time);
    }
  }

  private void note(ImpactJudgement impact) {
    if (impact.impactMicros() >= from && impact.impactMicros() < to) {
      impacts.add(impact);
    }
  }

  private void note(Incident incident) {
    boolean near = incident.detected() >= from && incident.detected() < to;
    boolean own =
        incident.key().type() == alert.key().type()
            && incident.key().start() == alert.key().start();
    if (near || own) {
      incidents.add(incident);
    }
  }

  /** What was seen; no more samples come. */
  public Explanation explanation() {
    String participantId = alert.key().participantId();
    new Blocks().finish(blockState, block -> look(participantId, block));
    incidents.sort(Comparator.comparingLong(Incident::detected));
    return new Explanation(
        alert,
        Explanation.Source.FILES,
        magnitudes,
        impacts,
        stillness.within(from, to),
        gaps,
        incidents);
  }
}
