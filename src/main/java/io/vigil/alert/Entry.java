package io.vigil.alert;

/**
 * A line of an alert's history.
 *
 * @param time microseconds since the epoch (UTC), by the clock that inputs are applied with
 * @param actor who did it; {@link #VIGIL} where nobody did
 * @param action one word: what happened
 * @param reason why, or what was said; may be empty
 */
public record Entry(long time, String actor, String action, String reason) {
  /** The actor of what happens by itself. */
  public static final String VIGIL = "vigil";
}
