package io.vigil.alert;

/**
 * What an alert waits for: moments by the clock that inputs are applied with, in microseconds, or
 * {@link Alert#NEVER}.
 *
 * @param okUntil until when the wearer's "I'm OK" clears it
 * @param escalate when the next step of the escalation chain is due
 * @param calls whom that step calls by the rules as they were at its last change, or the empty
 *     string
 * @param snoozedUntil when its snooze ends
 * @param clear when it clears itself, if its cause stays away until then
 */
public record Waits(long okUntil, long escalate, String calls, long snoozedUntil, long clear) {
  static final Waits NOTHING = new Waits(Alert.NEVER, Alert.NEVER, Alert.NEVER, Alert.NEVER);

  public Waits {
    // A checkpoint of before this was remembered has none.
    calls = calls == null ? "" : calls;
  }

  /** What is waited for where it is not known whom the next step calls, or there is none. */
  public Waits(long okUntil, long escalate, long snoozedUntil, long clear) {
    this(okUntil, escalate, "", snoozedUntil, clear);
  }

  Waits calling(String whom) {
    return new Waits(okUntil, escalate, whom, snoozedUntil, clear);
  }

  /** The first moment at which something is to be done. */
  long next() {
    return earlier(escalate, earlier(snoozedUntil, clear));
  }

  static long earlier(long one, long other) {
    return one == Alert.NEVER ? other : other == Alert.NEVER ? one : Math.min(one, other);
  }

  static boolean due(long moment, long now) {
    return moment != Alert.NEVER && moment <= now;
  }
}
