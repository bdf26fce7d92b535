package io.vigil.source;

import io.vigil.publish.KafkaPublisher;
import io.vigil.sensor.RawMessage;
import io.vigil.source.amqp.HubSource;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.kafka.KafkaBroker;
import io.vigil.source.kafka.KafkaHub;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
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
 * How long a Flink job takes to read a hub of 200,000 messages of 900 bytes in 4 partitions to its
 * end, by AMQP and by Kafka, the start of the engine included in both. The ratio counts: servers
 * and job share the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class HubSourceBenchmark {
  private static final String HUB = "sensors";
  private static final int PARTITIONS = 4;
  private static final int MESSAGES = 200_000;
  private static final int BYTES = 900;

  private AmqpHubServer server;
  private KafkaBroker broker;

  /** Fills both hubs. */
  @Setup
  public void fill() throws Exception {
    Path folder = Files.createTempDirectory("hub-source");
    server = AmqpHubServer.start();
    server.createHub(HUB, PARTITIONS);
    broker = KafkaBroker.start(folder);
    broker.createHub(HUB, PARTITIONS);
    byte[] message = "{".repeat(BYTES).getBytes(StandardCharsets.UTF_8);
    try (KafkaPublisher kafka = KafkaPublisher.open(broker.address(HUB))) {
      for (int i = 0; i < MESSAGES; i++) {
        server.publish(HUB, i % PARTITIONS, message);
        kafka.send("p" + i % 1000, message);
      }
      kafka.flush();
    }
  }

  /** By AMQP. */
  @Benchmark
  public void amqp() throws Exception {
    read(HubSource.of(server.address(HUB), toTheEnd()));
  }

  /** By Kafka. */
  @Benchmark
  public void kafka() throws Exception {
    read(KafkaHub.source(broker.address(HUB), toTheEnd()));
  }

  private static HubReading toTheEnd() {
    return HubReading.from(StartFrom.earliest()).toTheEnd();
  }

  private static void read(Source<RawMessage, ?, ?> source) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "hub")
        .sinkTo(new DiscardingSink<>());
    environment.execute();
  }

  /** Stops both. */
  @TearDown
  public void stop() {
    broker.close();
    server.close();
  }
}
