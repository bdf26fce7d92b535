package io.vigil.alert;

/**
 * What became of a command.
 *
 * @param command which
 * @param verdict whether it was followed
 * @param reason why not, what was expected and what happens next; the empty string where it was
 * @param revision of the alert after it; 0 where there is no such alert
 */
public record Answer(Command command, Verdict verdict, String reason, long revision) {

  /** Whether a command was followed. */
  public enum Verdict {
    FOLLOWED,
    /** Its id was seen before; nothing changed. */
    REPEATED,
    REFUSED
  }
}
