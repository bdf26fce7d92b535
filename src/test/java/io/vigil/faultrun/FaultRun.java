package io.vigil.faultrun;

import io.vigil.ActivityJob;
import io.vigil.JobInputs;
import io.vigil.JobOutputs;
import io.vigil.JobRun;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.HubSource;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.Document;
import io.vigil.store.cosmos.CosmosSink;
import io.vigil.store.cosmos.Places;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.Fault;
import io.vigil.store.cosmos.server.RequestKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One run of the whole job from a hub to Cosmos DB, with faults on the way. */
final class FaultRun {
  private static final String HUB = "sensors";
  private static final int PARTITIONS = 4;
  private static final double FAULTY = 0.2;

  private final SentMessages sent;
  private final long seed;
  private final Path folder;
  private int killed;
  private long faults;
  private long writes;

  FaultRun(SentMessages sent, long seed, Path folder) {
    this.sent = sent;
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Runs it to its end.
   *
   * @param expected bodies by {@code container/id}
   * @param change what is done to the sink
   * @param kills how often a task manager is killed
   */
  RunDifference against(
      Map<String, String> expected, UnaryOperator<Sink<Document>> change, int kills)
      throws Exception {
    try (AmqpHubServer hub = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start(3);
        FaultyCluster cluster =
            new FaultyCluster(Files.createTempDirectory(folder, "checkpoints"))) {
      publish(hub);
      spoil(cosmos);
      StreamExecutionEnvironment environment = cluster.environment();
      define(environment, hub, change.apply(new CosmosSink(Places.at(cosmos))));
      killed = cluster.run(environment, cosmos::committedWrites, moments(kills, expected.size()));
      faults = cosmos.faults().hits();
      writes = cosmos.committedWrites();
      cosmos.faults().clear();
      return RunDifference.between(
          expected, LeftDocuments.of(Places.at(cosmos)), Backwards.in(cosmos));
    }
  }

  /** How many task managers were killed. */
  int killed() {
    return killed;
  }

  /** How many requests and single writes met a fault. */
  long faults() {
    return faults;
  }

  @Override
  public String toString() {
    return "%,d messages, %d kills, %,d faults, %,d writes"
        .formatted(sent.size(), killed, faults, writes);
  }

  private void publish(AmqpHubServer hub) {
    hub.createHub(HUB, PARTITIONS);
    for (int i = 0; i < sent.size(); i++) {
      int partition = Math.floorMod(sent.participantIds().get(i).hashCode(), PARTITIONS);
      hub.publish(HUB, partition, sent.payloads().get(i));
    }
  }

  /** One in five answers, of whole requests and of single writes within them. */
  private void spoil(CosmosServer cosmos) {
    cosmos
        .faults()
        .seed(seed)
        .atRandom(
            FAULTY,
            RequestKind.WRITES,
            Fault.status(429),
            Fault.status(449),
            Fault.status(503),
            Fault.status(500),
            Fault.status(408),
            Fault.status(410),
            Fault.slow(Duration.ofMillis(20)),
            Fault.closedBefore(),
            Fault.answerLost())
        .itemsAtRandom(FAULTY, 429, 449, 503, 408, 410);
  }

  private static void define(
      StreamExecutionEnvironment environment, AmqpHubServer hub, Sink<Document> sink)
      throws Exception {
    DataStream<RawMessage> messages =
        environment
            .fromSource(
                HubSource.of(hub.address(HUB), HubReading.from(StartFrom.earliest()).toTheEnd()),
                WatermarkStrategy.noWatermarks(),
                "hub")
            .uid("hub");
    ActivityJob.define(
        JobInputs.of(messages), JobRun.models(), JobRun.settings(), JobOutputs.of(sink));
    CountedAlerts.of(messages).sinkTo(sink).uid("counted-documents");
  }

  /** Random places between the first tenth and the last fifth of the work. */
  private List<Long> moments(int kills, int documents) {
    return new Random(seed)
        .longs(kills, documents / 10, documents * 4L / 5)
        .sorted()
        .boxed()
        .toList();
  }
}
