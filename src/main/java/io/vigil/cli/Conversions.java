package io.vigil.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, so that a wrong one is refused in words that a user knows. */
final class Conversions {
  private static final String WHOLE = "a whole number";

  static CommandLine register(CommandLine cli) {
    cli.registerConverter(Integer.class, text -> read(text, Integer::valueOf, WHOLE));
    cli.registerConverter(int.class, text -> read(text, Integer::valueOf, WHOLE));
    cli.registerConverter(long.class, text -> read(text, Long::valueOf, WHOLE));
    cli.registerConverter(Double.class, text -> read(text, Double::valueOf, "a number"));
    cli.registerConverter(double.class, text -> read(text, Double::valueOf, "a number"));
    cli.registerConverter(
        Instant.class, text -> read(text, Instant::parse, "a time like 2026-01-01T00:00:00Z"));
    return cli;
  }

  private static <T> T read(String text, Function<String, T> reader, String expected) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException | DateTimeException e) {
      throw new TypeConversionException("'%s', expected %s".formatted(text, expected));
    }
  }

  private Conversions() {}
}
