package io.vigil.publish;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.Normalised;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.sensor.SampleBatch;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What the job would use of a file, in the device's own numbers. A row out of range is left out
 * here already: within a message the job would refuse its neighbours with it.
 */
final class UsableSamples {
  private final Decoder decoder;
  private final Normaliser normaliser;
  private final Consumer<DeadLetter> refused;

  UsableSamples(Decoder decoder, Normaliser normaliser, Consumer<DeadLetter> refused) {
    this.decoder = decoder;
    this.normaliser = normaliser;
    this.refused = refused;
  }

  /** Hands on what can be used of the message, in order. */
  void of(RawMessage message, Consumer<DeviceBatch> usable) {
    Decoded decoded = decoder.decode(message);
    decoded.deadLetters().forEach(refused);
    for (DeviceBatch batch : decoded.batches()) {
      Normalised normalised = normaliser.normalise(batch);
      normalised.deadLetters().forEach(refused);
      int from = 0;
      for (SampleBatch part : normalised.batches()) {
        while (batch.times()[from] != part.times()[0]) {
          from++;
        }
        usable.accept(part(batch, from, from + part.size()));
        from += part.size();
      }
    }
  }

  private static DeviceBatch part(DeviceBatch batch, int from, int to) {
    if (to - from == batch.size()) {
      return batch;
    }
    return new DeviceBatch(
        batch.participantId(),
        Arrays.copyOfRange(batch.times(), from, to),
        batch.unit(),
        Arrays.copyOfRange(batch.x(), from, to),
        Arrays.copyOfRange(batch.y(), from, to),
        Arrays.copyOfRange(batch.z(), from, to),
        batch.activity(),
        batch.origin(),
        batch.position() + from,
        batch.whole());
  }
}
