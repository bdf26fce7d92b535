package io.vigil.alert;

/**
 * What became of something that a person asked for.
 *
 * @param id of what was asked
 * @param participantId whose alert; the empty string for rules
 * @param alertId which alert; the empty string for rules
 * @param asked what was to happen, in one word: {@code acknowledge}, {@code rules}
 * @param actor who asked
 * @param time when it was answered, microseconds since the epoch (UTC)
 * @param verdict whether it was followed
 * @param reason why not, what was expected and what happens next; the empty string where it was
 * @param revision of the alert, or version of the rules, after it; 0 where there is no such alert
 * @param term which life of the job answers, from 0: of two answers that of the later life stays
 */
public record Answer(
    String id,
    String participantId,
    String alertId,
    String asked,
    String actor,
    long time,
    Verdict verdict,
    String reason,
    long revision,
    int term) {

  /** Whether something was followed. */
  public enum Verdict {
    FOLLOWED,
    /** Its id was seen before; nothing changed. */
    REPEATED,
    REFUSED
  }
}
