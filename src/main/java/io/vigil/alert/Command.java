package io.vigil.alert;

/**
 * What a person answers to an alert.
 *
 * @param id given by whoever sends it; sent again with the same id it changes nothing
 * @param participantId whose alert; what commands are keyed by
 * @param alertId the alert's document
 * @param kind what is to happen
 * @param actor who; never empty in a command that is followed
 * @param time when it was given by the actor's clock, microseconds since the epoch (UTC)
 * @param text a comment, the assignee of {@link CommandKind#ASSIGN}, or the empty string
 * @param until the end of a {@link CommandKind#SNOOZE}, microseconds since the epoch, or {@link
 *     Alert#NEVER}
 */
public record Command(
    String id,
    String participantId,
    String alertId,
    CommandKind kind,
    String actor,
    long time,
    String text,
    long until)
    implements Input {

  /**
   * What stays in order in a hub: one participant's commands, or those about one of the job's
   * alerts.
   */
  public String lane() {
    return participantId.isEmpty() ? alertId : participantId;
  }
}
