package io.vigil.source;

import io.vigil.sensor.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats of historical files. */
public final class FileFormats {
  /** All names, for messages. */
  public static final String NAMES = "uci287, csv, jsonl";

  private static final Set<MessageFormat> FORMATS =
      Set.of(MessageFormat.UCI287, MessageFormat.CSV, MessageFormat.JSONL);

  /** The format that the command line calls so. */
  public static Optional<MessageFormat> named(String name) {
    return FORMATS.stream()
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  static boolean isFormat(MessageFormat format) {
    return FORMATS.contains(format);
  }

  private FileFormats() {}
}
