package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.window.ParticipantTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How long it takes until an alert is seen, in words.
 *
 * @param arrivals of samples
 * @param disorder how long samples wait for others that come late
 */
record DemoDelays(Arrivals arrivals, Duration disorder) {

  /** Of an alert that is shown now. */
  String of(Alert alert, Instant now) {
    Instant detected = instant(alert.times().detected());
    String found =
        "%s after %s"
            .formatted(
                seconds(Duration.between(instant(alert.key().start()), detected)),
                alert.key().type() == AlertType.FALL ? "the impact" : "it began");
    Instant needed = needed(alert.times().detected());
    return arrivals
        .of(alert.key().participantId(), needed)
        .map(
            came ->
                "%s and %s for late samples; shown %s after the last of these came"
                    .formatted(
                        found,
                        seconds(Duration.between(detected, needed)),
                        seconds(Duration.between(came, now))))
        .orElse(found);
  }

  /** The sample that says that no more will come before the end of the deciding stretch. */
  private Instant needed(long detected) {
    long stretchEnd =
        (Math.floorDiv(detected, ParticipantTime.STRETCH) + 1) * ParticipantTime.STRETCH;
    return instant(stretchEnd).plus(disorder);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }
}
