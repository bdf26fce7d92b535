package io.vigil.learn;

/**
 * What a reviewer says of a stretch of a participant's time. Of several answers of one reviewer
 * about the same time the newest holds; nothing is ever changed in place.
 *
 * @param participantId whose, as stores know them
 * @param start its first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param activity one of the activities, or {@link #NOT_SURE}, {@link #NOT_WORN} or {@link
 *     #TAKEN_BACK}
 * @param reviewer who says so
 * @param at when, microseconds since the epoch (UTC)
 */
public record Label(
    String participantId, long start, long end, String activity, String reviewer, long at) {

  /** The reviewer looked and cannot say: no ground truth, and not asked again of them. */
  public static final String NOT_SURE = "not sure";

  /** Nobody wore the sensor. */
  public static final String NOT_WORN = "not worn";

  /** What the reviewer said before no longer holds; they may be asked again. */
  public static final String TAKEN_BACK = "taken back";

  /** Refuses a label of nobody, of nothing or by nobody. */
  public Label {
    if (participantId.isEmpty() || activity.isEmpty() || reviewer.isEmpty() || end <= start) {
      throw new IllegalArgumentException(
          "A label of '%s' from %d to %d us as '%s' by '%s', expected a participant, an activity, a reviewer and an end after the start"
              .formatted(participantId, start, end, activity, reviewer));
    }
  }

  /** Whether it says what was: an activity, or that nobody wore the sensor. */
  public boolean isDefinite() {
    return !activity.equals(NOT_SURE) && !activity.equals(TAKEN_BACK);
  }
}
