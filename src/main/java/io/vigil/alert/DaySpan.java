package io.vigil.alert;

import java.time.LocalTime;

/**
 * A span of every day by the clock on the wall; it may pass midnight.
 *
 * @param from its first minute
 * @param to the first minute after it; never equal to {@code from}
 */
public record DaySpan(LocalTime from, LocalTime to) {

  /** Whether a time of day is in it. */
  public boolean holds(LocalTime time) {
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
  }

  /** Whether the two have a minute in common. */
  public boolean overlaps(DaySpan other) {
    return holds(other.from) || other.holds(from);
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
