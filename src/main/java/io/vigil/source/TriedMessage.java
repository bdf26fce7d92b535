package io.vigil.source;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tries whether one message of a hub can be used, as a sample of all. */
public final class TriedMessage {

  /** How a check names this step: one message that is refused does not hinder the job. */
  public static final String STEP = "understand";

  /**
   * What the decoder of the job says of it. Nothing of its contents is shown, because they are a
   * person's: only how many samples it holds, or why it is refused.
   *
   * @param tried for which step of a check
   * @param format as the hub is read
   * @param arrived when it reached the hub
   */
  public static Finding finding(
      String tried, RawMessage message, HubFormat format, Instant arrived, Instant now) {
    String what =
        "the newest message (%s at %d, %s, %s old)"
            .formatted(
                message.source(),
                message.position(),
                message.format(),
                age(Duration.between(arrived, now)));
    if (format == HubFormat.COMMANDS) {
      return Finding.ok(tried, what + " has " + message.payload().length + " bytes");
    }
    Decoded decoded =
        new Decoder(DecoderSettings.DEFAULT, InstantSource.fixed(now)).decode(message);
    return decoded.deadLetters().isEmpty()
        ? Finding.ok(tried, what + " holds " + decoded.read() + " samples")
        : Finding.wrong(
            tried,
            what + " is refused: " + decoded.deadLetters().get(0).reason(),
            "see what else sends to this hub, and whether the format of the settings is theirs; the"
                + " job puts such messages to the dead letters and goes on");
  }

  private static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  private TriedMessage() {}
}
