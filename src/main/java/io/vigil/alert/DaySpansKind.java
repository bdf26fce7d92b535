package io.vigil.alert;

import io.vigil.settings.Kind;
import io.vigil.settings.RefusedValue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of the day such as {@code 22:00-06:00}. */
record DaySpansKind() implements Kind<DaySpans> {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})\\s*");

  @Override
  public Class<DaySpans> type() {
    return DaySpans.class;
  }

  @Override
  public String allowed() {
    return "a span like 22:00-06:00 on the participant's clock, or a list of spans that do not overlap";
  }

  @Override
  public DaySpans read(String text) throws RefusedValue {
    return read(List.of(text));
  }

  @Override
  public DaySpans read(List<String> texts) throws RefusedValue {
    List<DaySpan> spans = new ArrayList<>();
    for (String text : texts) {
      DaySpan span = span(text);
      for (DaySpan other : spans) {
        if (other.overlaps(span)) {
          throw new RefusedValue("has spans that overlap, " + other + " and " + span);
        }
      }
      spans.add(span);
    }
    return new DaySpans(spans);
  }

  private static DaySpan span(String text) throws RefusedValue {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new RefusedValue("is no span of the day");
    }
    try {
      LocalTime from = LocalTime.parse(form.group(1));
      LocalTime to = LocalTime.parse(form.group(2));
      if (from.equals(to)) {
        throw new RefusedValue("begins and ends at the same time");
      }
      return new DaySpan(from, to);
    } catch (DateTimeException e) {
      throw new RefusedValue("has a time that is on no clock");
    }
  }
}
