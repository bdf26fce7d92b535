package io.vigil.source.kafka;

import io.vigil.bench.SoleBroker;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this process that lets in whom Event Hubs lets in: the user {@code
 * $ConnectionString} with a connection string as password, over TLS or, like Microsoft's local
 * emulator, without. Broker and controller are one node with everything in one folder; started on a
 * quiet machine in about two seconds.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final int WAIT_SECONDS = 120;

  private final String key;
  private final BrokerPorts ports;
  private final int door;
  private final BrokerTrust trust;
  private final KafkaRaftServer server;
  private final Admin admin;

  private KafkaBroker(
      String key,
      BrokerPorts ports,
      int door,
      BrokerTrust trust,
      KafkaRaftServer server,
      Admin admin) {
    this.key = key;
    this.ports = ports;
    this.door = door;
    this.trust = trust;
    this.server = server;
    this.admin = admin;
  }

  /**
   * Starts a broker on free ports of the loopback address.
   *
   * @param folder for its log and its certificate; it must outlive the broker
   */
  public static KafkaBroker start(Path folder) {
    BrokerPorts ports = BrokerPorts.free();
    return start(folder, ports, ports.plain(), newKey());
  }

  static String newKey() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  /**
   * Starts a broker, or one that died anew with what it had.
   *
   * @param door the port that clients of {@link #address} are told to come by
   */
  static KafkaBroker start(Path folder, BrokerPorts ports, int door, String key) {
    try {
      BrokerTrust trust = BrokerTrust.make(Files.createDirectories(folder));
      Map<BrokerPorts.Listener, String> passwords =
          Map.of(
              BrokerPorts.Listener.PLAIN, plainConnectionString(door, key),
              BrokerPorts.Listener.LIMITED, plainConnectionString(ports.limited(), key),
              BrokerPorts.Listener.TLS, connectionString(ports.tls(), key));
      Map<String, String> settings =
          BrokerSettings.of(folder.resolve("log"), ports, door, trust, passwords);
      SoleBroker.format(folder.resolve("log"));
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return new KafkaBroker(
          key,
          ports,
          door,
          trust,
          server,
          Admin.create(Map.of("bootstrap.servers", at(ports.internal()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hub of this name, without TLS; everything is allowed. */
  public HubAddress address(String hub) {
    return address(hub, door, connectionString());
  }

  /** The hub of this name, over TLS with a certificate that only {@link #trust} knows. */
  public HubAddress tlsAddress(String hub) {
    return address(hub, ports.tls(), connectionString(ports.tls(), key));
  }

  /** What {@link #address} is opened with. */
  public String connectionString() {
    return plainConnectionString(door, key);
  }

  /** The hub of this name for one who may do only what was {@link #allow}ed. */
  HubAddress limitedAddress(String hub) {
    return address(hub, ports.limited(), plainConnectionString(ports.limited(), key));
  }

  /** The hub of this name where tokens are asked for; anybody's token will do. */
  HubAddress tokenAddress(String hub) {
    return new HubAddress("localhost", hub, at(ports.token()), Secret.NONE);
  }

  /** What a client must be told to trust this broker's certificate. */
  BrokerTrust trust() {
    return trust;
  }

  /** Where a client is let in without a word, for what is a test's own business. */
  public String inside() {
    return at(ports.internal());
  }

  /** Makes a hub, which clients find when this returns. */
  public void createHub(String hub, int partitions) {
    NewTopic topic = new NewTopic(hub, Optional.of(partitions), Optional.empty());
    done(admin.createTopics(List.of(topic)).all());
    await(() -> partitionsOf(hub) == partitions);
  }

  /** Adds partitions to a hub until it has so many. */
  public void growHub(String hub, int partitions) {
    done(admin.createPartitions(Map.of(hub, NewPartitions.increaseTo(partitions))).all());
    await(() -> partitionsOf(hub) == partitions);
  }

  /** Lets whoever comes in by {@code LIMITED} do this with a hub. */
  void allow(AclOperation operation, String hub) {
    AclBinding right =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, hub, PatternType.LITERAL),
            new AccessControlEntry("User:LIMITED", "*", operation, AclPermissionType.ALLOW));
    done(admin.createAcls(List.of(right)).all());
    await(() -> !done(admin.describeAcls(right.toFilter()).values()).isEmpty());
  }

  /** How many there are by what the broker tells clients, which lags behind what was decided. */
  private int partitionsOf(String hub) {
    try {
      return done(admin.describeTopics(List.of(hub)).allTopicNames()).get(hub).partitions().size();
    } catch (UnknownTopicOrPartitionException e) {
      return 0;
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    // Each look is a question to the broker, so this is no busy loop.
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The tests' broker did not do as it was asked in time");
      }
    }
  }

  private static <T> T done(KafkaFuture<T> asked) {
    try {
      return asked.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException("The tests' broker did not answer", e);
    }
  }

  @Override
  public void close() {
    admin.close();
    server.shutdown();
    server.awaitShutdown();
  }

  static String at(int port) {
    return "localhost:" + port;
  }

  private static HubAddress address(String hub, int port, String connectionString) {
    return new HubAddress("localhost", hub, at(port), Secret.of(connectionString));
  }

  private static String plainConnectionString(int port, String key) {
    return connectionString(port, key) + ";UseDevelopmentEmulator=true";
  }

  private static String connectionString(int port, String key) {
    return "Endpoint=sb://"
        + at(port)
        + "/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey="
        + key;
  }
}
