package io.vigil;

import io.vigil.alert.AlertSettings;
import io.vigil.cli.LocalConfiguration;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
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
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
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
    private UnaryOperator<DataStream<RawMessage>> onTheWay = messages -> messages;

    public Plan(Path folder) {
      this.folder = folder;
    }

    public Plan parallelism(int tasks) {
      parallelism = tasks;
      return this;
    }

    Plan backend(String name) {
      backend = name;
      return this;
    }

    /** So slow that checkpoints happen meanwhile. */
    Plan slowed(double chunks) {
      chunksPerSecond = chunks;
      return this;
    }

    /** What happens to messages between source and job. */
    Plan onTheWay(UnaryOperator<DataStream<RawMessage>> change) {
      onTheWay = change;
      return this;
    }

    public JobRun over(Path file) throws Exception {
      HistoricalSource source =
          new HistoricalSource(
              FilePlan.of(MessageFormat.JSONL, List.of(file), DecoderSettings.DEFAULT).splits());
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration());
      DataStream<RawMessage> messages =
          environment.fromSource(
              chunksPerSecond > 0 ? source.atChunksPerSecond(chunksPerSecond) : source,
              WatermarkStrategy.noWatermarks(),
              "file");
      Path database = Files.createTempDirectory(folder, "run").resolve("run.db");
      ActivityJob.define(
          JobInputs.of(onTheWay.apply(messages)),
          model(),
          settings(),
          JobOutputs.of(new DocumentSink(new SqliteFile(database))));
      environment.execute();
      return read(database);
    }

    private Configuration configuration() {
      Path home = Path.of(System.getProperty("vigil.home", "."));
      Configuration configuration = LocalConfiguration.in(home.resolve("flink-conf"));
      configuration.set(StateBackendOptions.STATE_BACKEND, backend);
      configuration.setString("execution.checkpointing.interval", "100 ms");
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

  /** What the job is told: every window's label is written. */
  public static JobSettings settings() {
    return new JobSettings(
        DecoderSettings.DEFAULT,
        DeviceProfiles.DEFAULT,
        Pseudonyms.NONE,
        TimeSettings.of(DISORDER, Duration.ofMillis(500)),
        60_000_000,
        true,
        AlertSettings.ofReplay());
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
