package io.vigil.store.cosmos;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.store.Document;
import io.vigil.store.Documents;
import io.vigil.store.cosmos.server.CosmosServer;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a Flink job takes to write 20,000 episodes to the tests' server, the start of the engine
 * included: 20 s are 1,000 documents/s. The sink's queue holds 5,000 documents and never more, so a
 * job that ends has not left any waiting.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true",
      "-Dsun.net.httpserver.nodelay=true"
    })
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class CosmosSinkBenchmark {
  private static final int DOCUMENTS = 20_000;
  private static final int PEOPLE = 200;
  private static final long MINUTE = 60_000_000L;
  private static final long START = 1_767_600_000_000_000L;

  private CosmosServer server;

  /** Starts the server. */
  @Setup
  public void start() {
    server = CosmosServer.start(3);
  }

  /** New documents in the first iteration, the same again in the others. */
  @Benchmark
  public void write() throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    environment
        .fromSequence(0, DOCUMENTS - 1)
        .map(CosmosSinkBenchmark::episode)
        .returns(Document.class)
        .sinkTo(new CosmosSink(Places.at(server)));
    environment.execute();
  }

  private static Document episode(long number) {
    long start = START + number * MINUTE;
    return Documents.activity(
        new Episode(
            "p" + number % PEOPLE,
            "WALKING",
            start,
            start + MINUTE,
            false,
            30,
            0.9,
            new ModelRef("chest", 1, "a".repeat(64))));
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    server.close();
  }
}
