package io.vigil.cli;

import io.vigil.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as people read them: microseconds since the epoch on one side, text on the other. */
final class Moments {

  /** To the second, in UTC; a dash where there is none. */
  static String text(long micros) {
    return micros == Alert.NEVER
        ? "-"
        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** To the microsecond, for machines. */
  static String exact(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  /** How far off it is: {@code in 12 s}, {@code 3 min ago}. */
  static String from(long now, long micros) {
    Duration away = Duration.of(Math.abs(micros - now), ChronoUnit.MICROS);
    String span = span(away);
    return micros > now ? "in " + span : span + " ago";
  }

  /** The two largest units of a time span. */
  static String span(Duration span) {
    if (span.toDays() > 0) {
      return "%d d %d h".formatted(span.toDays(), span.toHoursPart());
    }
    if (span.toHours() > 0) {
      return "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
    }
    if (span.toMinutes() > 0) {
      return "%d min %d s".formatted(span.toMinutes(), span.toSecondsPart());
    }
    return span.toSeconds() + " s";
  }

  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  private Moments() {}
}
