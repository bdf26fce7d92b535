package io.vigil.settings;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be set. */
final class SettingsTable {
  static final Setting<Duration> TIME_DISORDER =
      Setting.of(
          "time.disorder",
          new DurationKind(Duration.ZERO, Duration.ofHours(1)),
          "2 s",
          "How far a sample may be behind its participant's newest one; older samples are late.");

  static final Setting<Duration> TIME_MAX_GAP =
      Setting.of(
          "time.maxGap",
          new DurationKind(Duration.ofMillis(50), Duration.ofSeconds(10)),
          "500 ms",
          "The longest time between two samples that is no gap; a gap closes window and episode.");

  static final Setting<String> INPUT_PROFILE =
      Setting.of(
          "input.profile",
          new TextKind("uci287, g, m/s2, mg, or a name under profiles"),
          "uci287",
          "How samples are brought to g where a message or the command line says no more than raw.");

  static final Setting<Duration> INPUT_MAX_AHEAD =
      Setting.of(
          "input.maxAhead",
          new DurationKind(Duration.ofMinutes(1), Duration.ofDays(365)),
          "1 d",
          "How far ahead of the clock a timestamp may be; what is further goes to dead letters.");

  static final Setting<PerAxis> PROFILE_COUNTS_PER_G =
      Setting.required(
          "profiles.*.countsPerG",
          new PerAxisKind(new NumberKind(0.001, 1_000_000)),
          "How many counts of the sensor are 1 g.");

  static final Setting<PerAxis> PROFILE_MID_RAIL =
      Setting.required(
          "profiles.*.midRail",
          new PerAxisKind(new NumberKind(-10_000_000, 10_000_000)),
          "The counts at 0 g.");

  static final Setting<Integer> PROFILE_LEAST_COUNT =
      Setting.of(
          "profiles.*.leastCount",
          new WholeKind(-10_000_000, 10_000_000),
          "0",
          "The sensor's lowest count; what is below is invalid.");

  static final Setting<Integer> PROFILE_MOST_COUNT =
      Setting.of(
          "profiles.*.mostCount",
          new WholeKind(-10_000_000, 10_000_000),
          "4095",
          "The sensor's highest count; what is above is invalid.");

  static final Setting<Double> PROFILE_RATE_HZ =
      Setting.of(
          "profiles.*.rateHz",
          new NumberKind(1, 1_000),
          "52",
          "Samples a second, where a message does not say.");

  static final Setting<String> MODEL_REGISTRY =
      Setting.of(
          "model.registry",
          new RegistryKind(),
          "registry",
          "Where models are kept, and who was given which place: a folder or a container of Azure Blob Storage.");

  static final Setting<Secret> MODEL_REGISTRY_SECRET =
      Setting.optional(
          "model.registrySecret",
          new SecretKind(),
          "The container's connection string or shared access signature; without it, the machine's own identity (Entra ID) signs in.");

  static final Setting<Duration> MODEL_TAKES_OVER_AFTER =
      Setting.of(
          "model.takesOverAfter",
          new DurationKind(Duration.ZERO, Duration.ofDays(7)),
          "30 s",
          "How long after its promotion a model takes over, in the time of the samples; the running job must hear of it before.");

  static final Setting<String> MODEL_USE =
      Setting.of(
          "model.use",
          new TextKind("an alias or a name of a model"),
          "champion",
          "The model that scores; under `champion`, the job follows what the registry promotes.");

  static final Setting<Duration> MODEL_LOOK_EVERY =
      Setting.of(
          "model.lookEvery",
          new DurationKind(Duration.ofMillis(100), Duration.ofHours(1)),
          "5 s",
          "How often the running job asks the registry what was promoted.");

  static final Setting<String> PARTICIPANTS_FILE =
      Setting.optional(
          "participants.file",
          new TextKind("a file"),
          "What cohorts participants are in, as docs/models.md has it; without it, in none.");

  static final Setting<Duration> PARTICIPANTS_FORGET_AFTER =
      Setting.of(
          "participants.forgetAfter",
          new DurationKind(Duration.ZERO, Duration.ofDays(3650)),
          "30 d",
          "How long after nothing came of a participant the live job forgets them; 0 s for never. Longer than silence.after, or nobody hears of the silence.");

  static final Setting<Duration> EPISODES_RENEW_EVERY =
      Setting.of(
          "episodes.renewEvery",
          new DurationKind(Duration.ofSeconds(1), Duration.ofHours(1)),
          "4 min",
          "How much an open episode grows before it is written again: a quarter of a write a minute and person.");

  static final Setting<String> ALERTS_RULES =
      Setting.optional(
          "alerts.rules",
          new TextKind("a file"),
          "The rules that alerts follow, as docs/rules.md has them; without it, those that come with Vigil.");

  static final Setting<String> ALERTS_FALL_MODEL =
      Setting.optional(
          "alerts.fallModel",
          new TextKind("a file"),
          "The model that tells falls, as `vigil train-falls` writes it; without it, the one that comes with Vigil.");

  static final Setting<String> STORE_PATH =
      Setting.of(
          "store.path",
          new TextKind("a file"),
          "data/vigil.db",
          "The embedded store of documents.");

  static final Setting<Boolean> STORE_PREDICTIONS =
      Setting.of(
          "store.predictions",
          new FlagKind(),
          "false",
          "Whether every window's label is written too, for research.");

  static final Setting<Integer> PARALLELISM =
      Setting.optional(
          "parallelism",
          new WholeKind(1, 1_024),
          "In how many parallel parts the job runs; without it, as Flink is configured.");

  private static final List<Setting<?>> HERE =
      List.of(
          TIME_DISORDER,
          TIME_MAX_GAP,
          INPUT_PROFILE,
          INPUT_MAX_AHEAD,
          PROFILE_COUNTS_PER_G,
          PROFILE_MID_RAIL,
          PROFILE_LEAST_COUNT,
          PROFILE_MOST_COUNT,
          PROFILE_RATE_HZ,
          MODEL_REGISTRY,
          MODEL_REGISTRY_SECRET,
          MODEL_TAKES_OVER_AFTER,
          MODEL_USE,
          MODEL_LOOK_EVERY,
          PARTICIPANTS_FILE,
          PARTICIPANTS_FORGET_AFTER,
          EPISODES_RENEW_EVERY,
          ALERTS_RULES,
          ALERTS_FALL_MODEL,
          STORE_PATH,
          STORE_PREDICTIONS,
          PARALLELISM);

  static final List<Setting<?>> ALL =
      Stream.of(HERE, LiveSettings.ALL, LakeSettings.ALL, ReviewSettings.ALL, FeedSettings.ALL)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  static final Table TABLE = new Table("setting", "docs/settings.md", ALL);

  private SettingsTable() {}
}
