package io.vigil.publish;

import io.vigil.source.HubAddress;
import io.vigil.source.kafka.KafkaConnection;
import java.util.Properties;

/** What a Kafka producer must be told to send to Event Hubs. */
final class ProducerSettings {
  /** How much may be waiting or under way, in bytes of messages. */
  static final int UNDER_WAY_BYTES = 8 << 20;

  private static final int BATCH_BYTES = 64 << 10;
  private static final int LINGER_MS = 20;
  private static final int REQUEST_MS = 60_000;
  private static final int TRIES = 3;

  static Properties of(HubAddress hub) {
    Properties settings = KafkaConnection.to(hub);
    // The Standard tier refuses compressed batches.
    settings.put("compression.type", "none");
    // Messages are told apart further on, so that one sent twice changes nothing; and the service
    // was
    // seen to stay in InvalidPidMapping after time-outs of idempotent producers.
    settings.put("enable.idempotence", "false");
    settings.put("acks", "all");
    // Without idempotence, a second request under way could overtake one that is tried again, and a
    // participant's messages change places.
    settings.put("max.in.flight.requests.per.connection", "1");
    // The service takes 1,046,528 bytes, with what the protocol adds.
    settings.put("max.request.size", "1000000");
    // One request at a time must carry many messages: a second of samples is 300 bytes to 2 KB.
    settings.put("batch.size", String.valueOf(BATCH_BYTES));
    settings.put("linger.ms", String.valueOf(LINGER_MS));
    // Batches are rounded up to the size of a batch, so twice as much as messages, and more where
    // many partitions have a batch that is just begun.
    settings.put("buffer.memory", String.valueOf(4 * UNDER_WAY_BYTES));
    // Throttling is a delayed answer, so a request needs its time; Microsoft's formula.
    settings.put("request.timeout.ms", String.valueOf(REQUEST_MS));
    settings.put("delivery.timeout.ms", String.valueOf((REQUEST_MS + LINGER_MS) * TRIES));
    // How long opening may look for the hub.
    settings.put("max.block.ms", "30000");
    // As idle connections: see KafkaConnection.
    settings.put("metadata.max.idle.ms", "180000");
    settings.put("client.id", "vigil-publisher");
    return settings;
  }

  private ProducerSettings() {}
}
