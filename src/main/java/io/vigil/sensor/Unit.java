package io.vigil.sensor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a device counts in. */
public enum Unit {
  /** Multiples of standard gravity. */
  G("g"),
  /** Metres per second squared. */
  M_S2("m/s2"),
  /** Thousandths of standard gravity. */
  MG("mg"),
  /** Counts of the device's own, which a device profile explains. */
  RAW("raw");

  /** All names, for messages: {@code g, m/s2, mg, raw}. */
  public static final String NAMES =
      Arrays.stream(values()).map(Unit::toString).collect(Collectors.joining(", "));

  private static final Map<String, Unit> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Unit::toString, Function.identity()));

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /** The unit written so, in exactly this case. */
  public static Optional<Unit> named(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }

  /** As messages and the command line write it. */
  @Override
  public String toString() {
    return text;
  }
}
