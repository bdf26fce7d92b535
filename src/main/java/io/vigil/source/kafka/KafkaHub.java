package io.vigil.source.kafka;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;

/** A hub read by Kafka. */
public final class KafkaHub {

  /**
   * A source of a hub's messages, each exactly as often as the job's checkpoints promise. Where the
   * hub has thrown away what a restored job had not read yet, reading goes on at the oldest message
   * left.
   */
  public static KafkaSource<RawMessage> source(HubAddress hub, HubReading reading) {
    return source(hub, reading, new Properties());
  }

  /**
   * The same for a broker that is none of Event Hubs.
   *
   * @param overriding settings of the client that come before our own
   */
  public static KafkaSource<RawMessage> source(
      HubAddress hub, HubReading reading, Properties overriding) {
    Properties settings = settings(hub, reading);
    settings.putAll(overriding);
    KafkaSourceBuilder<RawMessage> source =
        KafkaSource.<RawMessage>builder()
            .setTopics(hub.hub())
            .setGroupId(reading.consumerGroup())
            .setClientIdPrefix("vigil-" + hub.hub())
            .setStartingOffsets(new HubOffsets(reading.start()))
            .setDeserializer(new HubRecords(reading.format()))
            .setProperties(settings);
    if (reading.bounded()) {
      source.setBounded(new HubOffsets(StartFrom.latest()));
    }
    return source.build();
  }

  /** What a reader's client is told; the source adds the rest. */
  static Properties settings(HubAddress hub, HubReading reading) {
    Properties settings = KafkaConnection.to(hub);
    // The newer protocol of groups (KIP-848) is not served; stated, so that no later default asks.
    settings.put("group.protocol", "classic");
    // A group's committed place only shows to others how far we are: a job is restored from its own
    // checkpoint. Event Hubs takes 4 commits a second and partition, so commit with checkpoints.
    settings.put(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "true");
    settings.put("enable.auto.commit", "false");
    settings.put(
        KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
        String.valueOf(reading.discoverEvery().toMillis()));
    // Time-outs of sessions and heartbeats are left alone: Flink gives partitions out itself and
    // joins no group.
    return settings;
  }

  private KafkaHub() {}
}
