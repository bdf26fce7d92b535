package io.vigil.cli;

import io.vigil.lake.ExampleSink;
import io.vigil.lake.Lake;
import io.vigil.lake.LakeCheck;
import io.vigil.learn.Example;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Finding;
import io.vigil.settings.HubStart;
import io.vigil.settings.RequestUnits;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import io.vigil.source.ConnectionString;
import io.vigil.source.HubAddress;
import io.vigil.source.HubFormat;
import io.vigil.source.HubProtocol;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.AmqpCheck;
import io.vigil.source.amqp.HubSource;
import io.vigil.source.kafka.KafkaCheck;
import io.vigil.source.kafka.KafkaHub;
import io.vigil.source.polled.PolledSource;
import io.vigil.store.ChangesSource;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentSink;
import io.vigil.store.DocumentSink.StoreFactory;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import io.vigil.store.StoreException;
import io.vigil.store.cosmos.CosmosAccount;
import io.vigil.store.cosmos.CosmosCheck;
import io.vigil.store.cosmos.CosmosPlace;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosSettings.Throughput;
import io.vigil.store.cosmos.CosmosSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;

/** Where the live job reads and where it writes, by the settings. */
final class LiveEnds {
  private static final Duration LOOK_FOR_RULES = Duration.ofSeconds(2);

  private final Settings settings;

  LiveEnds(Settings settings) {
    this.settings = settings;
  }

  /** The protocol that the hub is spoken to by. */
  HubProtocol protocol() {
    return HubProtocol.named(settings.eventHubs().protocol()).orElseThrow();
  }

  /**
   * The hub of the settings.
   *
   * @throws UsageException where the settings do not say which
   */
  HubAddress hub() {
    return hub(settings.eventHubs().hub());
  }

  /**
   * A hub of the namespace of the settings.
   *
   * @param hub its name; empty for the one in the connection string
   */
  HubAddress hub(String hub) {
    Settings.EventHubs set = settings.eventHubs();
    String namespace = set.namespace();
    String name = hub;
    if (set.connectionString().isSet()) {
      ConnectionString connection = connectionString(namespace, name);
      namespace = namespace.isEmpty() ? connection.namespace() : namespace;
      name = name.isEmpty() ? connection.entityPath() : name;
    }
    if (namespace.isEmpty()) {
      throw new UsageException(
          "eventhubs.namespace is not set, and neither is eventhubs.connectionString; expected one of them in --config FILE");
    }
    if (name.isEmpty()) {
      throw new UsageException(
          "eventhubs.hub is not set; expected the name of an event hub in --config FILE");
    }
    return new HubAddress(namespace, name, set.address(), set.connectionString());
  }

  private ConnectionString connectionString(String namespace, String hub) {
    Secret text = settings.eventHubs().connectionString();
    try {
      return ConnectionString.of(new HubAddress(namespace, hub, "", text));
    } catch (IllegalArgumentException e) {
      throw new UsageException("eventhubs.connectionString: " + e.getMessage());
    }
  }

  /** How the hub is read. */
  HubReading reading() {
    Settings.EventHubs set = settings.eventHubs();
    return new HubReading(
        set.consumerGroup(),
        HubFormat.valueOf(set.format().toUpperCase(Locale.ROOT)),
        start(set.start()),
        set.discoverEvery(),
        set.ownerLevel().isPresent() ? set.ownerLevel().getAsInt() : HubReading.NO_OWNER,
        false);
  }

  private static StartFrom start(HubStart set) {
    if (set.latest()) {
      return StartFrom.latest();
    }
    if (set.time().isPresent()) {
      return StartFrom.time(set.time().get());
    }
    return set.offsets().isEmpty() ? StartFrom.earliest() : StartFrom.offsets(set.offsets());
  }

  /** The hub as the job reads it. */
  Source<RawMessage, ?, ?> source(HubReading reading) {
    return source(hub(), reading);
  }

  private Source<RawMessage, ?, ?> source(HubAddress hub, HubReading reading) {
    return switch (protocol()) {
      case KAFKA -> KafkaHub.source(hub, reading);
      case AMQP -> HubSource.of(hub, reading);
    };
  }

  /** People's answers to alerts, as the job reads them: from a hub or from the store. */
  Source<RawMessage, ?, ?> commands(HubReading reading) {
    Settings.Commands set = settings.commands();
    if (set.hub().isEmpty()) {
      return changes(Container.COMMANDS, set.lookEvery(), reading);
    }
    return source(hub(set.hub()), commandsReading(reading));
  }

  private static HubReading commandsReading(HubReading reading) {
    return reading.of(HubFormat.COMMANDS).startingAt(StartFrom.earliest());
  }

  /** New rules, as the job reads them. */
  Source<RawMessage, ?, ?> rules(HubReading reading) {
    return changes(Container.RULES, LOOK_FOR_RULES, reading);
  }

  /** Who is erased, as the job reads it. */
  Source<RawMessage, ?, ?> erasures(HubReading reading) {
    return changes(Container.ERASURES, LOOK_FOR_RULES, reading);
  }

  private PolledSource<RawMessage> changes(
      Container container, Duration every, HubReading reading) {
    PolledSource<RawMessage> changes = ChangesSource.of(stores(), container, every);
    return reading.bounded() ? changes.toTheEnd() : changes;
  }

  /** Opens the store wherever it is asked to. */
  StoreFactory stores() {
    return switch (settings.store().kind()) {
      case SQLITE -> new SqliteFile(settings.store().path());
      case COSMOS -> new CosmosPlace(cosmos());
    };
  }

  /** Where the job writes. */
  Sink<Document> sink() {
    return switch (settings.store().kind()) {
      case SQLITE -> new DocumentSink(new SqliteFile(settings.store().path()));
      case COSMOS -> new CosmosSink(cosmos());
    };
  }

  /** What the store is called in messages. */
  String storeName() {
    return switch (settings.store().kind()) {
      case SQLITE -> settings.store().path().toString();
      case COSMOS -> settings.cosmos().endpoint() + " " + settings.cosmos().database();
    };
  }

  /** The database of the settings. */
  CosmosSettings cosmos() {
    Settings.Cosmos set = settings.cosmos();
    RequestUnits units = set.throughput();
    return new CosmosSettings(
        new CosmosAccount(set.endpoint(), set.key(), set.database()),
        set.createIfMissing(),
        new Throughput(
            Throughput.Mode.valueOf(units.mode().toUpperCase(Locale.ROOT)), units.units()),
        set.activitiesKept(),
        set.reviewsKept(),
        set.deadLettersKept());
  }

  /** What trying the hub found, and the hub of commands where there is one. */
  List<Finding> checkHub() {
    List<Finding> findings = new ArrayList<>(check(hub(), reading()));
    if (!settings.commands().hub().isEmpty()) {
      findings.addAll(check(hub(settings.commands().hub()), commandsReading(reading())));
    }
    return findings;
  }

  private List<Finding> check(HubAddress hub, HubReading reading) {
    return switch (protocol()) {
      case KAFKA -> KafkaCheck.run(hub, reading);
      case AMQP -> AmqpCheck.run(hub, reading);
    };
  }

  /** What trying the store found. */
  List<Finding> checkStore() {
    return switch (settings.store().kind()) {
      case COSMOS -> CosmosCheck.run(cosmos());
      case SQLITE -> List.of(checkSqlite());
    };
  }

  /** Where windows to learn from go, if they are kept. */
  Optional<Sink<Example>> examples() {
    return lake().map(ExampleSink::of);
  }

  private Optional<Lake> lake() {
    Settings.Lake set = settings.lake();
    long checkpoints = set.fileEvery().dividedBy(settings.checkpoints().every());
    return set.path().map(path -> new Lake(path, set.project(), (int) Math.max(1, checkpoints)));
  }

  /** What trying the lake found, if there is one. */
  List<Finding> checkLake() {
    Engine.loadFileSystems();
    return lake().stream().map(LakeCheck::run).toList();
  }

  private Finding checkSqlite() {
    String tried = "Store " + settings.store().path() + ": open and write";
    try {
      SqliteStore.open(settings.store().path()).close();
      return Finding.ok(tried, "a store");
    } catch (StoreException e) {
      return Finding.wrong(tried, e.getMessage(), "set store.path to a place that can be written");
    }
  }
}
