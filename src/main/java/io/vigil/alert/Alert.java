package io.vigil.alert;

/**
 * Something that lives on until somebody has dealt with it: the content of its document.
 *
 * @param key what makes it this alert
 * @param severity how bad it is, as known now
 * @param status where it is in its life
 * @param times of the steps of its life
 * @param care who looks after it
 * @param waits what it waits for
 * @param occurrences the times its cause was seen
 * @param evidence why it was raised
 * @param history what happened to it
 * @param origin where it comes from
 * @param revision rises with every change, by one as long as the job is not restarted
 */
public record Alert(
    AlertKey key,
    Severity severity,
    Status status,
    Times times,
    Care care,
    Waits waits,
    Occurrences occurrences,
    Evidence evidence,
    History history,
    Origin origin,
    long revision) {

  /** Stands for a moment that there is not. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Its document's id. */
  public String id() {
    return key.id();
  }

  /** Whether nothing has happened to it since it began. */
  boolean isNew() {
    return history.folded() == 0 && history.kept().size() == 1;
  }

  Alert waiting(Waits other) {
    return new Alert(
        key,
        severity,
        status,
        times,
        care,
        other,
        occurrences,
        evidence,
        history,
        origin,
        revision);
  }
}
