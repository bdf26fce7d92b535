package io.vigil.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesVersion;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * What is told to every Kafka broker that is the only one and shares its machine: broker and
 * controller in one node, with everything in one folder. Where it listens is added by whoever
 * starts it.
 */
public final class SoleBroker {
  private static final int NODE = 1;

  /**
   * The settings.
   *
   * @param log the folder
   * @param controller where its controller listens, {@code host:port}
   */
  public static Map<String, String> settings(Path log, String controller) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(NODE));
    settings.put("log.dirs", log.toString());
    settings.put("controller.quorum.voters", NODE + "@" + controller);
    // One node keeps everything, and consumers need not wait for others.
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // Event Hubs makes no hub because somebody asked for one.
    settings.put("auto.create.topics.enable", "false");
    // Messages are of any age, and a broker deletes by the messages' own time.
    settings.put("log.retention.ms", "-1");
    // The usual buffer of 128 MB is for brokers that do nothing else.
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    settings.put("log.cleaner.threads", "1");
    settings.put("num.network.threads", "1");
    settings.put("num.io.threads", "2");
    return settings;
  }

  /** Makes the folder one that a broker starts in, unless it is one. */
  public static void format(Path log) throws IOException {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(log);
    PropertiesUtils.writePropertiesFile(
        new MetaProperties.Builder()
            .setVersion(MetaPropertiesVersion.V1)
            .setClusterId(Uuid.randomUuid().toString())
            .setNodeId(NODE)
            .setDirectoryId(Uuid.randomUuid())
            .build()
            .toProperties(),
        log.resolve("meta.properties").toString(),
        false);
    try {
      new BootstrapDirectory(log.toString(), Optional.empty())
          .writeBinaryFile(
              BootstrapMetadata.fromVersion(MetadataVersion.latestProduction(), "the only broker"));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private SoleBroker() {}
}
