package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How long it takes until an alert is seen, in words.
 *
 * @param arrivals of samples
 */
record DemoDelays(Arrivals arrivals) {

  /** Of an alert that is shown now. */
  String of(Alert alert, Instant now) {
    Instant detected = instant(alert.times().detected());
    String found =
        "%s after %s"
            .formatted(
                seconds(Duration.between(instant(alert.key().start()), detected)),
                alert.key().type() == AlertType.FALL ? "the impact" : "it began");
    return arrivals
        .of(alert.key().participantId(), detected)
        .map(
            came ->
                "%s; shown %s after the last sample needed came"
                    .formatted(found, seconds(Duration.between(came, now))))
        .orElse(found);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }
}
