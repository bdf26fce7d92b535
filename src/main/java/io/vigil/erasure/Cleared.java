package io.vigil.erasure;

/**
 * That a step of the job has forgotten a participant.
 *
 * @param erasure its id
 * @param step which
 * @param time when, by the wall clock, microseconds since the epoch (UTC)
 */
public record Cleared(String erasure, Step step, long time) {

  /** The last steps of the job: what lies before them has forgotten when they have. */
  public enum Step {
    EPISODES,
    DRIFT,
    EXAMPLES,
    /** Alerts, what follows from samples. */
    SAMPLES,
    /** Alerts, what follows from what the model says. */
    WINDOWS
  }
}
