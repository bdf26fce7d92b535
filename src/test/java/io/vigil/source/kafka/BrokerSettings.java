package io.vigil.source.kafka;

import io.vigil.source.kafka.BrokerPorts.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesVersion;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.server.common.MetadataVersion;

/** How the tests' broker is set up. */
final class BrokerSettings {
  private static final int NODE = 1;

  /** Everything the broker is told. */
  static Map<String, String> of(
      Path log, BrokerPorts ports, int door, BrokerTrust trust, Map<Listener, String> passwords) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(NODE));
    settings.put("log.dirs", log.toString());
    listeners(settings, ports, door);
    users(settings, passwords);
    settings.putAll(trust.ofBroker());

    // One node keeps everything, and consumers need not wait for others.
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
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

  private static void listeners(Map<String, String> settings, BrokerPorts ports, int door) {
    settings.put("listeners", each(Stream.of(Listener.values()), l -> at(l, ports)));
    settings.put(
        "advertised.listeners",
        each(
            Stream.of(Listener.values()).filter(l -> l != Listener.CONTROLLER),
            l -> l == Listener.PLAIN ? at(l, door) : at(l, ports)));
    settings.put(
        "listener.security.protocol.map",
        each(Arrays.stream(Listener.values()), l -> l + ":" + l.protocol));
    settings.put("controller.listener.names", Listener.CONTROLLER.name());
    settings.put("inter.broker.listener.name", Listener.INTERNAL.name());
    settings.put(
        "controller.quorum.voters",
        NODE + "@" + KafkaBroker.at(ports.of().get(Listener.CONTROLLER)));
  }

  private static void users(Map<String, String> settings, Map<Listener, String> passwords) {
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    passwords.forEach(
        (listener, password) ->
            settings.put(
                named(listener) + "plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " user_$ConnectionString=\""
                    + password
                    + "\";"));
    settings.put(named(Listener.TOKEN) + "sasl.enabled.mechanisms", "OAUTHBEARER");
    settings.put(
        named(Listener.TOKEN) + "oauthbearer.sasl.jaas.config",
        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
            + " unsecuredLoginStringClaim_sub=\"broker\";");
    // Who somebody is follows from where they come in: all have the same name, as with Event Hubs.
    settings.put("principal.builder.class", NamedByListener.class.getName());
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put(
        "super.users",
        Stream.of(Listener.values())
            .filter(listener -> listener != Listener.LIMITED)
            .map(listener -> "User:" + listener)
            .collect(Collectors.joining(";")));
  }

  /** Makes the folder one that a broker starts in, unless it is one. */
  static void format(Path log) throws IOException {
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
    new BootstrapDirectory(log.toString(), Optional.empty())
        .writeBinaryFile(
            BootstrapMetadata.fromVersion(MetadataVersion.latestProduction(), "the tests"));
  }

  private static String named(Listener listener) {
    return "listener.name." + listener.name().toLowerCase(java.util.Locale.ROOT) + ".";
  }

  private static String at(Listener listener, BrokerPorts ports) {
    return at(listener, ports.of().get(listener));
  }

  private static String at(Listener listener, int port) {
    return listener + "://" + KafkaBroker.at(port);
  }

  private static String each(Stream<Listener> listeners, Function<Listener, String> text) {
    return listeners.map(text).collect(Collectors.joining(","));
  }

  private BrokerSettings() {}
}
