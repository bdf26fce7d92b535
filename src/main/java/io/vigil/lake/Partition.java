package io.vigil.lake;

import io.vigil.activity.Prediction;
import io.vigil.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The folder of a participant's day: {@code project=…/participant=…/date=…}, as Hive names folders,
 * which pandas, Spark and DuckDB read as columns. Every byte of a name but those of letters,
 * digits, {@code -}, {@code _} and {@code .} is written as {@code ~XX}: whatever a participant is
 * called, a folder is a single one, and below the lake's. Not as in a URL, {@code %XX}, because
 * Flink's paths turn {@code %} into {@code %25} on some ways and not on others.
 */
final class Partition {
  private static final int LONGEST = 180;
  private static final int KEPT = 120;

  private final String project;

  Partition(String project) {
    this.project = "project=" + escaped(project) + "/";
  }

  /** Where a window is kept: by the day on which it starts, UTC. */
  String of(Prediction window) {
    Instant start = Instant.EPOCH.plus(window.start(), ChronoUnit.MICROS);
    return project
        + "participant="
        + escaped(window.participantId())
        + "/date="
        + escaped(LocalDate.ofInstant(start, ZoneOffset.UTC).toString());
  }

  /** A name too long for a folder is cut, and told from others by its hash. */
  static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "~%02X", (int) c));
      }
    }
    if (escaped.length() <= LONGEST) {
      return escaped.toString();
    }
    String cut = escaped.substring(0, KEPT).replaceFirst("~.?$", "");
    byte[] hash = Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
    return cut + "_" + HexFormat.of().formatHex(hash, 0, 16);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
