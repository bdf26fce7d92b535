package io.vigil.source.kafka;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tries whether one message of a hub can be understood, as a sample of all. */
final class SampledMessage {

  /**
   * What the decoder of the job says of it. Nothing of its contents is shown, because they are a
   * person's: only how many samples it holds, or why it is refused.
   */
  static Finding finding(RawMessage message, Instant arrived, InstantSource clock, String tried) {
    Decoded decoded = new Decoder(DecoderSettings.DEFAULT, clock).decode(message);
    String what =
        "the newest message ("
            + message.source()
            + " at "
            + message.position()
            + ", "
            + message.format()
            + ", "
            + age(Duration.between(arrived, clock.instant()))
            + " old)";
    return decoded.deadLetters().isEmpty()
        ? Finding.ok(tried, what + " holds " + decoded.read() + " samples")
        : Finding.wrong(
            tried,
            what + " is refused: " + decoded.deadLetters().get(0).reason(),
            "see what else sends to this hub, and whether the format of the settings is theirs");
  }

  private static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  private SampledMessage() {}
}
