package io.vigil.store.cosmos;

import static io.vigil.store.Forms.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.store.Document;
import io.vigil.store.Forms;
import io.vigil.store.StoreException;
import io.vigil.store.cosmos.server.CosmosServer;
import io.vigil.store.cosmos.server.Fault;
import io.vigil.store.cosmos.server.Journal;
import io.vigil.store.cosmos.server.RequestKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink in a running job that fails and is restored while one request in five fails. */
class CosmosSinkJobTest {
  private static final int DOCUMENTS = 3000;

  @TempDir Path folder;

  private CosmosServer server;

  @BeforeEach
  void start() {
    server = CosmosServer.start(2);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /**
   * Seen red with: a flush that returns at once; a writer that drops one document in a hundred; a
   * 503 taken for success.
   */
  @Test
  void nothingIsLostAndNothingGoesBackWhenTheJobFailsAndIsRestored() throws Exception {
    long seed = new Random().nextLong();
    server
        .faults()
        .seed(seed)
        .itemsAtRandom(0.2, 429, 449, 503, 408)
        .atRandom(0.1, Set.of(RequestKind.BULK), Fault.answerLost())
        .atRandom(
            0.2,
            Set.of(RequestKind.CREATE, RequestKind.REPLACE, RequestKind.READ),
            Fault.status(503),
            Fault.answerLost());
    Forming forming = new Forming(seed, Set.of(1000L, 2000L));

    run(forming);

    assertThat(forming.failures()).as("failures of the job").isEqualTo(2);
    Map<String, String> expected = new HashMap<>();
    for (long i = 0; i < DOCUMENTS; i++) {
      Document document = forming.document(i);
      expected.put(document.id(), document.body());
    }
    Map<String, String> stored = new HashMap<>();
    for (String container : List.of("activities", "alerts")) {
      server
          .documents(container)
          .forEach(one -> assertThat(stored.put(one.get("id").asText(), one.toString())).isNull());
    }
    assertThat(stored).as("seed %d", seed).isEqualTo(expected);
    assertThat(server.documents("deadletters")).isEmpty();
    Map<String, Integer> revisions = new HashMap<>();
    for (Journal.Entry entry : server.journal()) {
      if (entry.container().equals("alerts")) {
        int revision = Revisions.of(entry.body());
        assertThat(revision).isGreaterThan(revisions.getOrDefault(entry.id(), 0));
        revisions.put(entry.id(), revision);
      }
    }
  }

  @Test
  void aJobWhoseKeyIsWrongFailsAndSaysSo() {
    CosmosSettings wrong = Places.at(server.endpoint(), "d3Jvbmc=", "vigil");
    assertThatThrownBy(() -> run(new Forming(1, Set.of()), wrong, 0))
        .satisfies(
            thrown ->
                assertThat(ExceptionUtils.stringifyException(thrown))
                    .contains(StoreException.class.getName() + ": Cosmos DB " + server.endpoint())
                    .contains("401", "read-write key")
                    .doesNotContain("d3Jvbmc="));
  }

  private void run(Forming forming) throws Exception {
    run(forming, Places.at(server), 5);
  }

  private void run(Forming forming, CosmosSettings settings, int restarts) throws Exception {
    Configuration configuration = new Configuration();
    configuration.setString("execution.checkpointing.interval", "200 ms");
    configuration.setString("execution.checkpointing.dir", folder.toUri() + "checkpoints");
    configuration.setString("restart-strategy.type", restarts == 0 ? "none" : "fixed-delay");
    configuration.setString("restart-strategy.fixed-delay.attempts", "" + restarts);
    configuration.setString("restart-strategy.fixed-delay.delay", "10 ms");
    StreamExecutionEnvironment job =
        StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    job.fromSequence(0, DOCUMENTS - 1).map(forming).sinkTo(new CosmosSink(settings));
    job.execute();
  }

  /** Makes the documents, and fails once at each of some of them. */
  static final class Forming implements MapFunction<Long, Document> {
    private static final long serialVersionUID = 1L;
    private static final Map<Long, Set<Long>> FAILED = new ConcurrentHashMap<>();

    private final long seed;
    private final Set<Long> failing;

    Forming(long seed, Set<Long> failing) {
      this.seed = seed;
      this.failing = Set.copyOf(failing);
    }

    @Override
    public Document map(Long number) {
      if (failing.contains(number)
          && FAILED.computeIfAbsent(seed, unused -> ConcurrentHashMap.newKeySet()).add(number)) {
        throw new IllegalStateException("planted at " + number);
      }
      return document(number);
    }

    Document document(long number) {
      Random chance = new Random(seed + number);
      String participant = "p" + chance.nextInt(8);
      return chance.nextInt(10) == 0
          ? Forms.alert(participant, NINE.plusSeconds(chance.nextInt(5)), 1 + number)
          : Forms.activity(participant, NINE.plusSeconds(chance.nextInt(100)), number / 10_000.0);
    }

    int failures() {
      return FAILED.getOrDefault(seed, Set.of()).size();
    }
  }
}
