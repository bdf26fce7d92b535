package io.vigil.fault.rig;

import io.vigil.sensor.AvroBatch;
import io.vigil.sensor.AvroBatches;
import io.vigil.simulate.Batch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is sent to the hub.
 *
 * @param key by which the hub places it: whose it is
 * @param payload its bytes
 * @param samples how many it holds, or is counted as where nobody can tell
 */
public record Message(String key, byte[] payload, int samples) {
  private static final int NOBODY_CAN_TELL = 1;

  /** Bytes that are no batch. */
  public static Message nonsense(String key, byte[] payload) {
    return new Message(key, payload, NOBODY_CAN_TELL);
  }

  /** A second of samples in Avro. */
  public static Message of(Batch batch) {
    Instant start = Instant.EPOCH.plus(batch.startMicros(), ChronoUnit.MICROS);
    return new Message(
        batch.participantId(),
        AvroBatches.encode(
            AvroBatch.ofCounts(
                batch.participantId(), start, Batch.RATE_HZ, batch.x(), batch.y(), batch.z())),
        batch.x().length);
  }

  /** The partition of the hub in which it is. */
  public int partition() {
    return Math.floorMod(key.hashCode(), Broker.PARTITIONS);
  }
}
