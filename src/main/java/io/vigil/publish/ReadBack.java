package io.vigil.publish;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HubFormat;
import java.util.Arrays;

/**
 * Reads a message as the job will, before it is sent: what the job would refuse, or read otherwise,
 * is found here and not in its dead letters.
 */
final class ReadBack {
  /** A request by Kafka may have 1,000,000 bytes; the key and the protocol need some of them. */
  static final int MOST_BYTES = 990_000;

  private final Decoder decoder;

  ReadBack(Decoder decoder) {
    this.decoder = decoder;
  }

  /** Why the message must not be sent, or the empty string. */
  String fault(byte[] payload, DeviceBatch meant) {
    if (payload.length > MOST_BYTES) {
      return "The message has %,d bytes, a hub takes %,d".formatted(payload.length, MOST_BYTES);
    }
    Decoded decoded =
        decoder.decode(
            new RawMessage(
                HubFormat.AUTO.of(payload),
                "",
                meant.origin().source(),
                meant.position(),
                payload));
    if (!decoded.deadLetters().isEmpty()) {
      return decoded.deadLetters().get(0).reason();
    }
    return isSame(decoded.batches().get(0), meant)
        ? ""
        : "The message would be read as other samples than the file's; please report this";
  }

  private static boolean isSame(DeviceBatch read, DeviceBatch meant) {
    return read.participantId().equals(meant.participantId())
        && read.activity().equals(meant.activity())
        && read.unit() == meant.unit()
        && Arrays.equals(read.times(), meant.times())
        && isSame(read.x(), meant.x())
        && isSame(read.y(), meant.y())
        && isSame(read.z(), meant.z());
  }

  /** By value: 0 and -0 are the same acceleration. */
  private static boolean isSame(float[] read, float[] meant) {
    boolean same = read.length == meant.length;
    for (int i = 0; same && i < read.length; i++) {
      same = read[i] == meant[i];
    }
    return same;
  }
}
