package io.vigil.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time span with its unit, such as {@code 500 ms}.
 *
 * @param least allowed
 * @param most allowed
 */
public record DurationKind(Duration least, Duration most) implements Kind<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*(\\S*)");
  private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("d", Duration.ofDays(1));
    UNITS.put("h", Duration.ofHours(1));
    UNITS.put("min", Duration.ofMinutes(1));
    UNITS.put("s", Duration.ofSeconds(1));
    UNITS.put("ms", Duration.ofMillis(1));
  }

  @Override
  public Class<Duration> type() {
    return Duration.class;
  }

  @Override
  public String allowed() {
    return "a duration (units d, h, min, s, ms) from " + text(least) + " to " + text(most);
  }

  @Override
  public Duration read(String text) throws RefusedValue {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new RefusedValue("is no duration");
    }
    if (form.group(2).isEmpty()) {
      throw new RefusedValue("has no unit");
    }
    Duration unit = UNITS.get(form.group(2));
    if (unit == null) {
      throw new RefusedValue("has an unknown unit");
    }
    BigDecimal millis = new BigDecimal(form.group(1)).multiply(new BigDecimal(unit.toMillis()));
    if (millis.stripTrailingZeros().scale() > 0) {
      throw new RefusedValue("is finer than a millisecond");
    }
    Duration read = Duration.ofMillis(millis.longValueExact());
    if (read.compareTo(least) < 0 || read.compareTo(most) > 0) {
      throw new RefusedValue("is out of range");
    }
    return read;
  }

  /** As it would be written in a file, in the largest unit that fits. */
  public static String text(Duration duration) {
    for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
      long millis = unit.getValue().toMillis();
      if (duration.toMillis() >= millis && duration.toMillis() % millis == 0) {
        return duration.toMillis() / millis + " " + unit.getKey();
      }
    }
    return "0 s";
  }
}
