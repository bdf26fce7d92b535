package io.vigil.publish;

import io.vigil.sensor.AvroBatches;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.JsonBatches;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The form in which rows of files are sent. */
public enum MessageForm {
  /** About 16 bytes a sample; readable. */
  JSON,
  /**
   * About 6 bytes a sample. A batch whose numbers are no whole multiples of any decimal step goes
   * as JSON, because rounded it would not be what the file says.
   */
  AVRO;

  /** All names, for messages. */
  public static final String NAMES = "json or avro";

  /** The form written so, in exactly this case. */
  public static Optional<MessageForm> named(String text) {
    return Arrays.stream(values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  /** The message of a batch; one that was a message in its file is sent as it stood there. */
  byte[] encode(DeviceBatch batch) {
    if (batch.whole()) {
      return withoutIndent(batch.origin().payload());
    }
    return this == AVRO
        ? AvroBatches.encode(batch).orElseGet(() -> JsonBatches.encode(batch))
        : JsonBatches.encode(batch);
  }

  /** Whoever reads a hub tells JSON from Avro by the first byte. */
  private static byte[] withoutIndent(byte[] line) {
    int from = 0;
    while (from < line.length && (line[from] == ' ' || line[from] == '\t')) {
      from++;
    }
    return from == 0 ? line : Arrays.copyOfRange(line, from, line.length);
  }
}
