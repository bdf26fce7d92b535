package io.vigil;

import io.vigil.alert.AlertSettings;
import io.vigil.cli.LocalConfiguration;
import io.vigil.learn.Example;
import io.vigil.model.Cohorts;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import io.vigil.model.Takeover;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Pseudonyms;
import io.vigil.sensor.RawMessage;
import io.vigil.source.FilePlan;
import io.vigil.source.HistoricalSource;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentSink;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import io.vigil.window.TimeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One run of the whole job on a mini-cluster, over a file of JSON lines, to the embedded store.
 *
 * @param bodies of each container's documents, in the store's order
 */
public record JobRun(Map<Container, List<String>> bodies) {
  private static final Duration DISORDER = Duration.ofSeconds(2);

  /** How a run is made. */
  public static final class Plan {
    private final Path folder;
    private int parallelism = 1;
    private String backend = "hashmap";
    private double chunksPerSecond;
    private boolean checkpointed = true;
    private String savepoint;
    private UnaryOperator<DataStream<RawMessage>> onTheWay = messages -> messages;
    private UnaryOperator<JobInputs> following = inputs -> inputs;
    private List<Takeover> atStart;
    private Optional<Sink<Example>> examples = Optional.empty();
    private JobSettings told = settings();

    public Plan(Path folder) {
      this.folder = folder;
    }

    public Plan parallelism(int tasks) {
      parallelism = tasks;
      return this;
    }

    /** Which models the job knows from the start. */
    Plan models(List<Takeover> takeovers) {
      atStart = takeovers;
      return this;
    }

    /** What the job reads besides messages. */
    Plan following(UnaryOperator<JobInputs> registry) {
      following = registry;
      return this;
    }

    Plan backend(String name) {
      backend = name;
      return this;
    }

    /** So slow that checkpoints happen meanwhile. */
    public Plan slowed(double chunks) {
      chunksPerSecond = chunks;
      return this;
    }

    /** What happens to messages between source and job. */
    public Plan onTheWay(UnaryOperator<DataStream<RawMessage>> change) {
      onTheWay = change;
      return this;
    }

    /** As a replay runs. */
    public Plan withoutCheckpoints() {
      checkpointed = false;
      return this;
    }

    /** What the job is told instead. */
    Plan told(JobSettings settings) {
      told = settings;
      return this;
    }

    /** Where examples go. */
    public Plan examples(Sink<Example> sink) {
      examples = Optional.of(sink);
      return this;
    }

    /** Goes on from a savepoint. */
    public Plan from(String path) {
      savepoint = path;
      return this;
    }

    public JobRun over(Path file) throws Exception {
      Path database = Files.createTempDirectory(folder, "run").resolve("run.db");
      defined(file, database).execute();
      return read(database);
    }

    /** The same for whoever does not wait for its end. */
    public JobClient begin(Path file) throws Exception {
      Path database = Files.createTempDirectory(folder, "run").resolve("run.db");
      return defined(file, database).executeAsync();
    }

    private StreamExecutionEnvironment defined(Path file, Path database) throws IOException {
      HistoricalSource source =
          new HistoricalSource(
              FilePlan.of(MessageFormat.JSONL, List.of(file), DecoderSettings.DEFAULT).splits());
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration());
      DataStream<RawMessage> messages =
          environment
              .fromSource(
                  chunksPerSecond > 0 ? source.atChunksPerSecond(chunksPerSecond) : source,
                  WatermarkStrategy.noWatermarks(),
                  "file")
              .uid("file");
      ActivityJob.define(
          following.apply(JobInputs.of(onTheWay.apply(messages))),
          atStart == null ? JobRun.models() : atStart,
          told,
          new JobOutputs(new DocumentSink(new SqliteFile(database)), examples));
      return environment;
    }

    private Configuration configuration() {
      Path home = Path.of(System.getProperty("vigil.home", "."));
      Configuration configuration = LocalConfiguration.in(home.resolve("flink-conf"));
      configuration.set(StateBackendOptions.STATE_BACKEND, backend);
      JobCounters.in(configuration);
      if (checkpointed) {
        configuration.setString("execution.checkpointing.interval", "100 ms");
      } else {
        configuration.removeKey("execution.checkpointing.interval");
      }
      if (savepoint != null) {
        configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
      }
      configuration.setString("execution.checkpointing.dir", folder.toUri() + "checkpoints");
      configuration.setString("restart-strategy.type", "fixed-delay");
      configuration.setString("restart-strategy.fixed-delay.attempts", "5");
      configuration.setString("restart-strategy.fixed-delay.delay", "10 ms");
      return configuration;
    }
  }

  public List<String> of(Container container) {
    return bodies.get(container);
  }

  /** The model that comes with Vigil. */
  public static byte[] model() throws IOException {
    Path models = Path.of(System.getProperty("vigil.home", ".")).resolve("models");
    return ModelArtifact.read(new Registry(models).resolve(Registry.CHAMPION)).toBytes();
  }

  /** The same as what a job starts with. */
  public static List<Takeover> models() throws IOException {
    return List.of(Takeover.always(model()));
  }

  /** What the job is told: every window's label is written. */
  public static JobSettings settings() {
    return new JobSettings(
        DecoderSettings.DEFAULT,
        DeviceProfiles.DEFAULT,
        Pseudonyms.NONE,
        TimeSettings.of(DISORDER, Duration.ofMillis(500)),
        60_000_000,
        true,
        AlertSettings.ofReplay(),
        Cohorts.NONE);
  }

  private static JobRun read(Path database) {
    Map<Container, List<String>> bodies = new TreeMap<>();
    try (SqliteStore store = SqliteStore.open(database)) {
      for (Container container : Container.values()) {
        List<String> own = new ArrayList<>();
        store.scan(container, (Document document) -> own.add(document.body()));
        bodies.put(container, own);
      }
    }
    return new JobRun(bodies);
  }
}
