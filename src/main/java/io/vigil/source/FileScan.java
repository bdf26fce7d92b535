package io.vigil.source;

import io.vigil.sensor.Decoder;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Who is in a file, found by decoding it once before the job does.
 *
 * @param participants everybody with a usable sample
 * @param firstTime of the first usable sample, microseconds since the epoch; the highest long where
 *     there is none
 */
record FileScan(Set<String> participants, long firstTime) {

  static FileScan of(String file, MessageFormat format, Decoder decoder) throws IOException {
    Set<String> participants = new HashSet<>();
    long firstTime = Long.MAX_VALUE;
    try (FileChunks chunks = new FileChunks(file, format, 0, "")) {
      for (RawMessage chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        for (DeviceBatch batch : decoder.decode(chunk).batches()) {
          firstTime = participants.isEmpty() ? batch.times()[0] : firstTime;
          participants.add(batch.participantId());
        }
      }
    }
    return new FileScan(participants, firstTime);
  }
}
