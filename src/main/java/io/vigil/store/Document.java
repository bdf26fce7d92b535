package io.vigil.store;

/**
 * A document as a store keeps it.
 *
 * @param container which kind of document it is
 * @param id follows from participant, kind and event time, so that writing it again changes nothing
 * @param participantId whose, or the empty string
 * @param day of its start, {@code yyyy-MM-dd} in UTC, or the empty string
 * @param time its start in microseconds since the epoch (UTC): what documents are ordered by
 * @param revision 0 where the later write stays; above 0, it is written only over an older revision
 * @param body JSON
 */
public record Document(
    Container container,
    String id,
    String participantId,
    String day,
    long time,
    long revision,
    String body) {

  /** A document of which the later write stays. */
  public Document(
      Container container, String id, String participantId, String day, long time, String body) {
    this(container, id, participantId, day, time, 0, body);
  }
}
