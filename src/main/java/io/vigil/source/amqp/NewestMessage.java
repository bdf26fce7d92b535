package io.vigil.source.amqp;

import com.azure.messaging.eventhubs.models.PartitionEvent;
import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Finding;
import io.vigil.source.HubFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says of a hub's newest message how old it is and whether it can be used. */
final class NewestMessage {

  static Finding none(String tried) {
    return new Finding(
        true,
        tried,
        "the hub has no message yet",
        "if sensors should be sending, see whether they send to this hub");
  }

  static Finding of(String tried, PartitionEvent message, HubFormat format, Instant now) {
    String partition = message.getPartitionContext().getPartitionId();
    byte[] payload = message.getData().getBody();
    long sequence = message.getData().getSequenceNumber();
    Decoded decoded =
        new Decoder(DecoderSettings.DEFAULT, InstantSource.fixed(now))
            .decode(
                new RawMessage(
                    format.of(payload), "", "partition " + partition, sequence, payload));
    String which =
        "partition %s, sequence number %d, %d bytes, %d s old"
            .formatted(
                partition,
                sequence,
                payload.length,
                Duration.between(message.getData().getEnqueuedTime(), now).toSeconds());
    return decoded.deadLetters().isEmpty()
        ? Finding.ok(tried, decoded.read() + " samples (" + which + ")")
        : Finding.wrong(
            tried,
            decoded.deadLetters().get(0).reason() + " (" + which + ")",
            "see which sensor sends it; the job puts it to the dead letters and goes on");
  }

  private NewestMessage() {}
}
