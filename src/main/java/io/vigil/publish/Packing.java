package io.vigil.publish;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.DeviceBatch;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes messages that the job will take. */
final class Packing {
  private final MessageForm form;
  private final ReadBack readBack;
  private final Consumer<DeadLetter> refused;

  /**
   * @param refused told what the job would not take
   */
  Packing(MessageForm form, ReadBack readBack, Consumer<DeadLetter> refused) {
    this.form = form;
    this.readBack = readBack;
    this.refused = refused;
  }

  /** The message, or nothing where the job would refuse it. */
  Optional<byte[]> pack(DeviceBatch batch) {
    byte[] payload = form.encode(batch);
    String fault = readBack.fault(payload, batch);
    if (fault.isEmpty()) {
      return Optional.of(payload);
    }
    refused.accept(
        new DeadLetter(
            DeadLetter.Kind.INVALID,
            batch.participantId(),
            batch.origin().source(),
            batch.position(),
            fault,
            batch.size(),
            payload));
    return Optional.empty();
  }
}
