package io.vigil.alert;

import io.vigil.alert.fall.ImpactJudgement;
import java.util.List;

/**
 * How an alert came about, step by step.
 *
 * @param alert as it was kept
 * @param source where the samples are from
 * @param magnitudes of the samples around it
 * @param impacts how each was judged, in order of time
 * @param stillness the stretches without a movement, in order of time
 * @param gaps in the samples, in order of time
 * @param incidents what the detectors say of these samples, in order of detection
 */
public record Explanation(
    Alert alert,
    Source source,
    Magnitudes magnitudes,
    List<ImpactJudgement> impacts,
    List<StillSpell> stillness,
    List<SampleGap> gaps,
    List<Incident> incidents) {

  /** Where samples come from. */
  public enum Source {
    /** Historical files, run through the detectors again. */
    FILES,
    /** The alert's own few seconds, of which nothing is concluded. */
    SNIPPET,
    /** The alert holds none. */
    NONE
  }

  private static final int SPANS = 96;

  public Explanation {
    impacts = List.copyOf(impacts);
    stillness = List.copyOf(stillness);
    gaps = List.copyOf(gaps);
    incidents = List.copyOf(incidents);
  }

  /**
   * What the alert alone says.
   *
   * @throws IllegalArgumentException if its samples cannot be unpacked
   */
  public static Explanation ofSnippet(Alert alert) {
    if (alert.evidence().snippet().isEmpty()) {
      return new Explanation(
          alert,
          Source.NONE,
          new Magnitudes(0, 0, SPANS),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
    return new Explanation(
        alert, Source.SNIPPET, snippet(alert), List.of(), List.of(), List.of(), List.of());
  }

  /** The samples that the alert holds. */
  public static Magnitudes snippet(Alert alert) {
    var samples = Snippet.unpack(alert.key().participantId(), alert.evidence().snippet());
    int size = samples.size();
    Magnitudes magnitudes =
        size == 0
            ? new Magnitudes(0, 0, SPANS)
            : new Magnitudes(samples.times()[0], samples.times()[size - 1] + 1, SPANS);
    magnitudes.add(samples);
    return magnitudes;
  }

  /** Whether the detectors raise the same alert from these samples, at the same moment. */
  public boolean isRaisedAgain() {
    return incidents.stream()
        .anyMatch(
            incident ->
                incident.phase() == Phase.BEGAN
                    && incident.key().type() == alert.key().type()
                    && incident.key().start() == alert.key().start());
  }
}
