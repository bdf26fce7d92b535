package io.vigil.feed.log;

/**
 * Something that is told once to everybody who may hear it.
 *
 * @param number its place in the log, from 1; 0 before it is in the log
 * @param kind what it is about
 * @param key what makes it this one: what is logged with the same key again is dropped
 * @param participantId whose it is; the empty string where it is the job's
 * @param time when it happened, microseconds since the epoch (UTC)
 * @param body JSON, without names
 */
public record FeedEvent(
    long number, Kind kind, String key, String participantId, long time, String body) {

  /** What is told. */
  public enum Kind {
    /** A line of an alert's history: {@code {"alert": {...}, "transition": {...}}}. */
    TRANSITION,
    /** An episode that began, went on or ended: its document. */
    ACTIVITY,
    /** How the job is: its heartbeat. */
    HEARTBEAT
  }

  FeedEvent numbered(long place) {
    return new FeedEvent(place, kind, key, participantId, time, body);
  }
}
