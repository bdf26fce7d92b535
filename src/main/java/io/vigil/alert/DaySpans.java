package io.vigil.alert;

import java.time.LocalTime;
import java.util.List;

/**
 * Spans of every day.
 *
 * @param spans in the order they were given
 */
public record DaySpans(List<DaySpan> spans) {
  static final DaySpans NONE = new DaySpans(List.of());

  public DaySpans {
    spans = List.copyOf(spans);
  }

  boolean hold(LocalTime time) {
    for (DaySpan span : spans) {
      if (span.holds(time)) {
        return true;
      }
    }
    return false;
  }
}
