package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.bench.FleetHub;
import io.vigil.bench.TimedStores;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HubFormat;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.kafka.KafkaHub;
import io.vigil.store.ChangesSource;
import io.vigil.store.Container;
import io.vigil.store.DocumentSink;
import java.time.Duration;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The jobs that are measured: the whole, as `vigil run` has it, and the bare pass-through. */
final class FleetJob {
  private static final Duration LOOK_FOR_COMMANDS = Duration.ofMillis(500);
  private static final Duration LOOK_FOR_RULES = Duration.ofSeconds(2);

  /** For blocks that RocksDB keeps at hand and what it has not written yet. */
  private static final MemorySize MEMORY_OF_ROCKSDB = MemorySize.ofMebiBytes(256);

  private final FleetSetUp setUp;
  private final FleetHub hub;

  FleetJob(FleetSetUp setUp, FleetHub hub) {
    this.setUp = setUp;
    this.hub = hub;
  }

  /** Begins the whole job, to be run. */
  LocalJob whole(TimedStores stores) {
    LocalJob local = LocalJob.measured(setUp.job().tasks(), this::engine);
    ActivityJob.define(
        new JobInputs(
            local.messages(source(reading()), "hub-kafka"),
            local.fewMessages(
                ChangesSource.of(stores, Container.COMMANDS, LOOK_FOR_COMMANDS), "commands-in"),
            local.fewMessages(
                ChangesSource.of(stores, Container.RULES, LOOK_FOR_RULES), "rules-in")),
        setUp.job().models(),
        setUp.job().settings(),
        JobOutputs.of(new DocumentSink(stores)));
    return local;
  }

  /** Reads the whole topic with the same decoder, and then nothing. */
  LocalJob passThrough() {
    LocalJob local = LocalJob.bounded(setUp.job().tasks());
    ActivityJob.samples(
            local.messages(source(reading().toTheEnd()), "hub-kafka"), setUp.job().settings())
        .sinkTo(new DiscardingSink<>());
    return local;
  }

  private void engine(Configuration configuration) {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, setUp.job().checkpointsEvery());
    if (setUp.options().rocksdb()) {
      // As on a cluster, where config.yaml says so.
      configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
      configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
      configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MEMORY_OF_ROCKSDB);
    }
  }

  private static HubReading reading() {
    return new HubReading(
        "vigil-bench",
        HubFormat.AUTO,
        StartFrom.earliest(),
        Duration.ZERO,
        HubReading.NO_OWNER,
        false);
  }

  private Source<RawMessage, ?, ?> source(HubReading reading) {
    return KafkaHub.source(hub.address(), reading, FleetHub.unsecured());
  }
}
