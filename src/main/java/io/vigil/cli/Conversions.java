package io.vigil.cli;

import io.vigil.alert.AlertType;
import io.vigil.alert.StatusWord;
import io.vigil.settings.DurationKind;
import io.vigil.settings.RefusedValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, so that a wrong one is refused in words that a user knows. */
final class Conversions {
  private static final String WHOLE = "a whole number";
  private static final String TYPES = "one of " + Arrays.toString(AlertType.values());
  private static final String STATUSES = "one of " + Arrays.toString(StatusWord.values());
  private static final Duration LONGEST = Duration.ofDays(366);

  static CommandLine register(CommandLine cli) {
    cli.registerConverter(Integer.class, text -> read(text, Integer::valueOf, WHOLE));
    cli.registerConverter(int.class, text -> read(text, Integer::valueOf, WHOLE));
    cli.registerConverter(long.class, text -> read(text, Long::valueOf, WHOLE));
    cli.registerConverter(Double.class, text -> read(text, Double::valueOf, "a number"));
    cli.registerConverter(double.class, text -> read(text, Double::valueOf, "a number"));
    cli.registerConverter(
        Instant.class, text -> read(text, Instant::parse, "a time like 2026-01-01T00:00:00Z"));
    cli.registerConverter(
        Duration.class,
        text -> read(text, Conversions::duration, "a time span like 90 s, 30 min or 12 h"));
    cli.registerConverter(AlertType.class, text -> read(text, Conversions::type, TYPES));
    cli.registerConverter(
        StatusWord.class,
        text -> read(text, word -> StatusWord.valueOf(word.toUpperCase(Locale.ROOT)), STATUSES));
    return cli;
  }

  /** As settings have it; a minute may also be an m, as nobody means a month or a metre here. */
  private static Duration duration(String text) {
    try {
      return new DurationKind(Duration.ZERO, LONGEST)
          .read(text.replaceFirst("(?<=[\\d\\s])m$", "min"));
    } catch (RefusedValue e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** By its name or as rules call it. */
  private static AlertType type(String text) {
    return Arrays.stream(AlertType.values())
        .filter(type -> type.name().equalsIgnoreCase(text) || type.title().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static <T> T read(String text, Function<String, T> reader, String expected) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new TypeConversionException("'%s', expected %s".formatted(text, expected));
    }
  }

  private Conversions() {}
}
