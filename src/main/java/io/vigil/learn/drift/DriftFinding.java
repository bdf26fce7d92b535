package io.vigil.learn.drift;

import io.vigil.activity.ModelRef;
import java.util.List;

/**
 * That the input is no longer as it was in training, or as it was with a participant, or is again.
 *
 * @param participantId whose; the empty string for all together
 * @param start of the first day of it, microseconds since the epoch (UTC)
 * @param detected when the samples that decided it had been seen, microseconds of event time
 * @param phase how far it has got
 * @param sentence why, for a person
 * @param figures behind it
 * @param model whose training it is about
 */
public record DriftFinding(
    String participantId,
    long start,
    long detected,
    Phase phase,
    String sentence,
    List<Figure> figures,
    ModelRef model) {

  /** How far something has got. */
  public enum Phase {
    BEGAN,
    GOES_ON,
    ENDED
  }

  /**
   * A number that speaks for it.
   *
   * @param name with its unit
   * @param value finite
   */
  public record Figure(String name, double value) {}
}
