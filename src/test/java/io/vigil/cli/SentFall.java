package io.vigil.cli;

import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.sensor.SampleBatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.StringJoiner;

/** Somebody who falls just now, as a message of their sensor: thirteen seconds that end now. */
final class SentFall {
  private static final int RATE_HZ = 52;

  /** The message. */
  static byte[] of(String participantId, Instant now) {
    SampleBatch fall = MadeUpMotion.fall().at(RATE_HZ, participantId.hashCode());
    long length = fall.times()[fall.size() - 1] - fall.times()[0];
    return """
        {"participantId":"%s","start":"%s","rateHz":%d,"unit":"g","x":%s,"y":%s,"z":%s}
        """
        .formatted(
            participantId,
            now.minus(length, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS),
            RATE_HZ,
            inG(fall.x()),
            inG(fall.y()),
            inG(fall.z()))
        .strip()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String inG(short[] axis) {
    StringJoiner numbers = new StringJoiner(",", "[", "]");
    for (short steps : axis) {
      numbers.add(String.format(Locale.ROOT, "%.4f", (double) steps / SampleBatch.PER_G));
    }
    return numbers.toString();
  }

  private SentFall() {}
}
