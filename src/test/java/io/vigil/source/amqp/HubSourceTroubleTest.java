package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.WrappedSource;
import io.vigil.source.amqp.server.AmqpHubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubSourceTroubleTest {
  private static final int PARTITIONS = 4;
  private static final int MESSAGES = 5_000;
  private static final int FAILURES = 3;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(PARTITIONS)
              .build());

  private static final AmqpHubServer SERVER = AmqpHubServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /**
   * Connections are dropped again and again, the job fails three times and is restored from
   * checkpoints: each message is there once and those of a partition are in their order. Seen red
   * with: a checkpoint of what has arrived, and one of where the reading began.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void losesNothingAndRepeatsNothing(int parallelism) throws Exception {
    String hub = "trouble-" + parallelism;
    SERVER.createHub(hub, PARTITIONS);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      SERVER.publish(hub, partition, Bodies.numbered(0, MESSAGES));
    }
    Trouble trouble = new Trouble(SERVER, FAILURES);
    Trouble.current = trouble;
    HubReading reading = HubReading.from(StartFrom.earliest()).toTheEnd();
    List<RawMessage> read =
        HubJobs.collect(
            new WrappedSource<>(
                HubSource.of(SERVER.address(hub), reading), RawMessage.class, TroubledReader::new),
            HubJobs.environment(parallelism));
    Map<String, List<Long>> numbers = new TreeMap<>();
    for (RawMessage message : read) {
      assertThat(message.payload()).isEqualTo(Bodies.numbered(message.position()));
      numbers
          .computeIfAbsent(message.source(), source -> new ArrayList<>())
          .add(message.position());
    }
    List<Long> all = LongStream.range(0, MESSAGES).boxed().toList();
    assertThat(numbers.values()).hasSize(PARTITIONS).allMatch(all::equals);
    assertThat(trouble.failures()).isEqualTo(FAILURES);
    assertThat(trouble.drops()).isGreaterThanOrEqualTo(2);
  }
}
