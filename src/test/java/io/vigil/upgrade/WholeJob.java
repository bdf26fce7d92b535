package io.vigil.upgrade;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobRun;
import io.vigil.cli.LocalConfiguration;
import io.vigil.lake.ExampleSink;
import io.vigil.lake.Lake;
import io.vigil.learn.ChoiceSettings;
import io.vigil.learn.Doubt;
import io.vigil.model.Takeover;
import io.vigil.model.TakeoverSource;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.RawMessage;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSource;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.HubSource;
import io.vigil.source.kafka.KafkaHub;
import io.vigil.store.ChangesSource;
import io.vigil.store.Container;
import io.vigil.store.DocumentSink;
import io.vigil.store.ErasureDocuments;
import io.vigil.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The whole job with everything that it can read from and write to, and each source under the name
 * that a command gives it.
 *
 * @param folder for what it reads and writes
 * @param amqp a hub
 * @param kafka another one
 * @param promotions of models
 * @param parallelism of its operators
 * @param gathered after how many checkpoints the lake's files are made one
 * @param live whether people wait for help
 */
record WholeJob(
    Path folder,
    HubAddress amqp,
    HubAddress kafka,
    List<Takeover> promotions,
    int parallelism,
    int gathered,
    boolean live) {
  /** How the uids of steps begin that are not of the job, and count what tests wait for. */
  static final String COUNTED = "seen-";

  /** So slowly that the file does not end meanwhile: a source that has ended has no state. */
  static final double HARDLY = 0.01;

  /** The source that ends. */
  private static final String FILES = "files";

  private static final Duration OFTEN = Duration.ofMillis(100);

  /** What 0.1.0 asked about by default. */
  private static final ChoiceSettings ASKED =
      new ChoiceSettings(40, 4, Duration.ofHours(1), Duration.ofMinutes(1), 500, Doubt.MARGIN);

  /** One that reads these hubs, and pages nobody. */
  static WholeJob replaying(
      Path folder, Hubs hubs, List<Takeover> promotions, int parallelism, int gathered) {
    return new WholeJob(
        folder, hubs.amqp(), hubs.kafka(), promotions, parallelism, gathered, false);
  }

  /** Where commands, rules and erasures are asked for. */
  SqliteFile asked() {
    return new SqliteFile(folder.resolve("asked.db"));
  }

  /** Where documents are written. */
  SqliteFile written() {
    return new SqliteFile(folder.resolve("written.db"));
  }

  Path file() {
    return folder.resolve("p1.jsonl");
  }

  Path lake() {
    return folder.resolve("lake");
  }

  /**
   * Puts it together.
   *
   * @param savepoint where it goes on; all of it must be taken over
   * @param chunksPerSecond how fast the file is read; 0 for as fast as it can be
   */
  StreamExecutionEnvironment defined(Optional<String> savepoint, double chunksPerSecond)
      throws IOException {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration(savepoint));
    HistoricalSource files =
        new HistoricalSource(
            FilePlan.of(MessageFormat.JSONL, List.of(file()), DecoderSettings.DEFAULT).splits());
    HubReading all = HubReading.from(StartFrom.earliest());
    DataStream<RawMessage> messages =
        seen(
                environment,
                chunksPerSecond > 0 ? files.atChunksPerSecond(chunksPerSecond) : files,
                FILES)
            .union(
                seen(environment, HubSource.of(amqp, all), "hub-amqp"),
                seen(environment, KafkaHub.source(kafka, all), "hub-kafka"));
    FixedRegistry registry = FixedRegistry.of(promotions);
    ActivityJob.define(
        new JobInputs(
                messages,
                asked(environment, Container.COMMANDS, "commands-in"),
                asked(environment, Container.RULES, "rules-in"))
            .following(
                few(environment, TakeoverSource.of(registry, OFTEN), "takeovers-in"), registry)
            .erasing(
                asked(environment, Container.ERASURES, "erasures-in"),
                ErasureDocuments.reader(asked())),
        JobRun.models(),
        (live ? JobRun.settings().live().forgettingAfter(Duration.ofDays(30)) : JobRun.settings())
            .choosing(ASKED),
        new JobOutputs(
            new DocumentSink(written()),
            Optional.of(ExampleSink.of(new Lake(lake().toString(), "vigil", gathered)))));
    return environment;
  }

  private static DataStream<RawMessage> seen(
      StreamExecutionEnvironment environment, Source<RawMessage, ?, ?> source, String name) {
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), name)
        .uid(name)
        .map(new Seen(name))
        .uid(COUNTED + name);
  }

  private DataStream<RawMessage> asked(
      StreamExecutionEnvironment environment, Container container, String name) {
    return few(environment, ChangesSource.of(asked(), container, OFTEN), name)
        .map(new Seen(name))
        .uid(COUNTED + name)
        .setParallelism(1);
  }

  private static <T> DataStream<T> few(
      StreamExecutionEnvironment environment, Source<T, ?, ?> source, String name) {
    return environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), name)
        .uid(name)
        .setParallelism(1);
  }

  private Configuration configuration(Optional<String> savepoint) {
    Path home = Path.of(System.getProperty("vigil.home", "."));
    Configuration configuration = LocalConfiguration.in(home.resolve("flink-conf"));
    configuration.setString("execution.checkpointing.interval", "1 h");
    // Everything in one file.
    configuration.setString("execution.checkpointing.data-inline-threshold", "1 mb");
    configuration.setString("restart-strategy.type", "none");
    // A machine may be loaded: nothing here is found out by a time-out.
    configuration.setString("execution.checkpointing.timeout", "10 min");
    configuration.setString("heartbeat.timeout", "10 min");
    configuration.setString("pekko.ask.timeout", "10 min");
    savepoint.ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    return configuration;
  }

  /**
   * Starts it.
   *
   * @param savepoint where it goes on; all of it must be taken over
   * @param chunksPerSecond how fast the file is read; 0 for as fast as it can be
   */
  RunningJob start(Optional<String> savepoint, double chunksPerSecond) throws Exception {
    return RunningJob.start(
        defined(savepoint, chunksPerSecond),
        configuration(savepoint),
        folder.toUri() + "savepoints");
  }

  /** Ends it as if all input had ended, when the file has. */
  static void drain(RunningJob job) throws Exception {
    job.drain(FILES);
  }
}
