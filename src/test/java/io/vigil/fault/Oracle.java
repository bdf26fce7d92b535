package io.vigil.fault;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobRun;
import io.vigil.cli.LocalConfiguration;
import io.vigil.model.Takeover;
import io.vigil.sensor.RawMessage;
import io.vigil.store.Container;
import io.vigil.store.DocumentSink;
import io.vigil.store.SqliteFile;
import io.vigil.store.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What a plain single replay of the same messages leaves: one task, no faults, nothing live. */
final class Oracle {
  /** What a generator, which travels as bytes, cannot carry with it. */
  private static volatile List<RawMessage> held = List.of();

  /**
   * So many messages may be those of so many people that what is remembered of them fills memory.
   */
  private static final int MANY = 150_000;

  /**
   * Bodies by {@code container/id}.
   *
   * @param promoted which models took over meanwhile
   */
  static Map<String, String> of(List<RawMessage> messages, List<Takeover> promoted, Path folder)
      throws Exception {
    held = messages;
    Path database = folder.resolve("oracle.db");
    Configuration configuration =
        LocalConfiguration.in(Path.of(System.getProperty("vigil.home", ".")).resolve("flink-conf"));
    configuration.removeKey("execution.checkpointing.interval");
    configuration.setString("state.backend.type", messages.size() > MANY ? "rocksdb" : "hashmap");
    List<Takeover> models = new ArrayList<>(JobRun.models());
    models.addAll(promoted);
    configuration.setString("restart-strategy.type", "none");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    DataStream<RawMessage> replayed =
        environment
            .fromSource(
                new DataGeneratorSource<RawMessage>(
                    index -> held.get(index.intValue()),
                    messages.size(),
                    TypeInformation.of(RawMessage.class)),
                WatermarkStrategy.noWatermarks(),
                "ledger")
            .uid("ledger");
    ActivityJob.define(
        JobInputs.of(replayed),
        models,
        JobRun.settings(),
        JobOutputs.of(new DocumentSink(new SqliteFile(database))));
    environment.execute();
    Map<String, String> bodies = new TreeMap<>();
    try (SqliteStore store = SqliteStore.open(database)) {
      for (Container container : Container.values()) {
        store.scan(
            container,
            document -> bodies.put(container.title() + "/" + document.id(), document.body()));
      }
    }
    return bodies;
  }

  private Oracle() {}
}
