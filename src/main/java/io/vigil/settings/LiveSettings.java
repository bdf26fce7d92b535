package io.vigil.settings;

import java.time.Duration;
import java.util.List;

/** What can be set of the live job: its two ends, pseudonyms and checkpoints. */
final class LiveSettings {
  private static final Duration DAYS_3650 = Duration.ofDays(3650);

  static final Setting<String> PROTOCOL =
      Setting.of(
          "eventhubs.protocol",
          new ChoiceKind("amqp", "kafka"),
          "amqp",
          "How the hub is spoken to: amqp works on every tier, kafka from Standard upwards.");

  static final Setting<String> NAMESPACE =
      Setting.optional(
          "eventhubs.namespace",
          new TextKind("a host name such as vigil-ns.servicebus.windows.net"),
          "The namespace; without it, the one in the connection string.");

  static final Setting<String> HUB =
      Setting.optional(
          "eventhubs.hub",
          new TextKind("the name of an event hub"),
          "The hub that sensors send to; without it, the EntityPath in the connection string.");

  static final Setting<String> ADDRESS =
      Setting.optional(
          "eventhubs.address",
          new TextKind("host:port"),
          "Where to connect, if that is not the namespace itself: a private endpoint, a local server.");

  static final Setting<Secret> CONNECTION_STRING =
      Setting.optional(
          "eventhubs.connectionString",
          new SecretKind(),
          "The connection string; without it, the machine's own identity (Entra ID) signs in.");

  static final Setting<String> CONSUMER_GROUP =
      Setting.of(
          "eventhubs.consumerGroup",
          new TextKind("the name of a consumer group"),
          "$Default",
          "The consumer group of the job; give it one of its own where the tier has more than one.");

  static final Setting<String> FORMAT =
      Setting.of(
          "eventhubs.format",
          new ChoiceKind("auto", "json", "avro"),
          "auto",
          "The form of messages; auto tells JSON from Avro by the first byte.");

  static final Setting<HubStart> START =
      Setting.of(
          "eventhubs.start",
          new HubStartKind(),
          "earliest",
          "Where the job begins when it has no checkpoint; AMQP takes sequence numbers for offsets.");

  static final Setting<Duration> DISCOVER_EVERY =
      Setting.of(
          "eventhubs.discoverEvery",
          new DurationKind(Duration.ZERO, Duration.ofDays(1)),
          "5 min",
          "How often new partitions are looked for; 0 s for never.");

  static final Setting<Integer> OWNER_LEVEL =
      Setting.optional(
          "eventhubs.ownerLevel",
          new WholeKind(0, 1_000_000),
          "AMQP only: a job of a higher level throws one of a lower level out of the hub.");

  static final Setting<String> COMMANDS_HUB =
      Setting.optional(
          "commands.hub",
          new TextKind("the name of an event hub of the same namespace"),
          "The hub that people's answers to alerts come by; without it they come by the store.");

  static final Setting<Duration> COMMANDS_EVERY =
      Setting.of(
          "commands.lookEvery",
          new DurationKind(Duration.ofMillis(50), Duration.ofMinutes(1)),
          "500 ms",
          "How often the store is asked for answers to alerts.");

  static final Setting<String> STORE_KIND =
      Setting.of(
          "store.kind",
          new ChoiceKind("sqlite", "cosmos"),
          "sqlite",
          "Where the live job keeps documents: the embedded store or Azure Cosmos DB.");

  static final Setting<String> COSMOS_ENDPOINT =
      Setting.optional(
          "cosmos.endpoint",
          new TextKind("an address such as https://vigil.documents.azure.com:443/"),
          "The account; required where store.kind is cosmos.");

  static final Setting<Secret> COSMOS_KEY =
      Setting.optional(
          "cosmos.key",
          new SecretKind(),
          "The account's key; without it, the machine's own identity (Entra ID) signs in.");

  static final Setting<String> COSMOS_DATABASE =
      Setting.of("cosmos.database", new TextKind("a name"), "vigil", "The database.");

  static final Setting<Boolean> COSMOS_CREATE =
      Setting.of(
          "cosmos.createIfMissing",
          new FlagKind(),
          "true",
          "Whether database and containers are made where they are missing.");

  static final Setting<RequestUnits> COSMOS_THROUGHPUT =
      Setting.of(
          "cosmos.throughput",
          new RequestUnitsKind(),
          "autoscale 1000",
          "Request units a second bought for a database that is made, shared by its containers.");

  static final Setting<Duration> COSMOS_ACTIVITIES_KEPT =
      Setting.of(
          "cosmos.activitiesKept",
          new DurationKind(Duration.ZERO, DAYS_3650),
          "0 s",
          "How long activities stay after their last write, in containers that are made; 0 s for ever.");

  static final Setting<Duration> COSMOS_REVIEWS_KEPT =
      Setting.of(
          "cosmos.reviewsKept",
          new DurationKind(Duration.ZERO, DAYS_3650),
          "90 d",
          "How long windows that people are asked about stay, in containers that are made; 0 s for ever.");

  static final Setting<Duration> COSMOS_DEAD_LETTERS_KEPT =
      Setting.of(
          "cosmos.deadLettersKept",
          new DurationKind(Duration.ZERO, DAYS_3650),
          "30 d",
          "How long dead letters stay, in containers that are made; 0 s for ever.");

  static final Setting<Secret> PSEUDONYM_KEY =
      Setting.optional(
          "pseudonyms.key",
          new SecretKind(),
          "With it, the live job replaces participants' ids at the door by a keyed hash.");

  static final Setting<String> CHECKPOINTS =
      Setting.of(
          "checkpoints.path",
          new TextKind("a folder"),
          "data/checkpoints",
          "Where the live job on this machine keeps its checkpoints, and finds them when it starts again.");

  static final Setting<Duration> CHECKPOINT_EVERY =
      Setting.of(
          "checkpoints.every",
          new DurationKind(Duration.ofMillis(100), Duration.ofHours(1)),
          "10 s",
          "How often the live job takes a checkpoint: what it reads again after a failure.");

  static final List<Setting<?>> ALL =
      List.of(
          PROTOCOL,
          NAMESPACE,
          HUB,
          ADDRESS,
          CONNECTION_STRING,
          CONSUMER_GROUP,
          FORMAT,
          START,
          DISCOVER_EVERY,
          OWNER_LEVEL,
          COMMANDS_HUB,
          COMMANDS_EVERY,
          STORE_KIND,
          COSMOS_ENDPOINT,
          COSMOS_KEY,
          COSMOS_DATABASE,
          COSMOS_CREATE,
          COSMOS_THROUGHPUT,
          COSMOS_ACTIVITIES_KEPT,
          COSMOS_REVIEWS_KEPT,
          COSMOS_DEAD_LETTERS_KEPT,
          PSEUDONYM_KEY,
          CHECKPOINTS,
          CHECKPOINT_EVERY);

  private LiveSettings() {}
}
