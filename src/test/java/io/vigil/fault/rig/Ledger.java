package io.vigil.fault.rig;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every message that the broker said it has: what the job must account for. */
public final class Ledger {
  private final List<RawMessage> acknowledged = new ArrayList<>();
  private long samples;

  /** The broker has it, in this place. */
  synchronized void acknowledged(int partition, long offset, byte[] payload, int samplesIn) {
    acknowledged.add(
        new RawMessage(
            HubFormat.AUTO.of(payload), "", Broker.HUB + "/" + partition, offset, payload));
    samples += samplesIn;
  }

  /** How many samples there are. */
  public synchronized long samples() {
    return samples;
  }

  /** All of them, by partition and in the order of the partition. */
  public synchronized List<RawMessage> messages() {
    List<RawMessage> sorted = new ArrayList<>(acknowledged);
    sorted.sort(Comparator.comparing(RawMessage::source).thenComparingLong(RawMessage::position));
    return sorted;
  }
}
