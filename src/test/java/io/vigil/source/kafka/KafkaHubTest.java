package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where reading begins and ends, on a real broker and with the client that the build pins. */
@Timeout(240)
@NeedsKafkaLogin
class KafkaHubTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir static Path folder;
  private static KafkaBroker broker;

  @BeforeAll
  static void fillAHub() {
    broker = KafkaBroker.start(folder);
    broker.createHub("sensors", 3);
    // The third partition stays empty: a bounded job must end there too.
    try (HubWriter writer = new HubWriter(broker, "sensors")) {
      writer.numbers(0, 0, 10).numbers(1, 0, 20);
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Seen red with: an offset that counts from 1. */
  @Test
  void readsEverythingOnceAndSaysWhereItStood() throws Exception {
    List<RawMessage> messages = HubJob.readAll(source(StartFrom.earliest()));
    assertThat(HubJob.texts(messages)).containsExactlyInAnyOrderElementsOf(numbers(0, 10, 0, 20));
    assertThat(messages)
        .allSatisfy(
            message -> {
              String[] place = HubJob.text(message).split(":");
              assertThat(message.source()).isEqualTo("sensors/" + place[0]);
              assertThat(message.position()).isEqualTo(Long.parseLong(place[1]));
              assertThat(message.key()).isEmpty();
            });
  }

  @Test
  void beginsAtATime() throws Exception {
    // Partition 0 has nothing from then on.
    StartFrom noon = StartFrom.time(HubWriter.second(12).minusMillis(1));
    assertThat(HubJob.texts(HubJob.readAll(source(noon))))
        .containsExactlyInAnyOrderElementsOf(numbers(0, 0, 12, 20));
  }

  @Test
  void beginsAtOffsetsAndElsewhereAtTheBeginning() throws Exception {
    StartFrom offsets = StartFrom.offsets(Map.of(1, 17L));
    assertThat(HubJob.texts(HubJob.readAll(source(offsets))))
        .containsExactlyInAnyOrderElementsOf(numbers(0, 10, 17, 20));
  }

  /** Seen red with: no place to go on at (NONE), as the connector has it for times. */
  @Test
  void goesOnAtTheOldestLeftWhereAnOffsetHasExpired() throws Exception {
    StartFrom beyond = StartFrom.offsets(Map.of(0, 5L, 1, 1_000L));
    HubReading reading = HubReading.from(beyond);
    List<RawMessage> some =
        HubJob.readSome(KafkaHub.source(broker.address("sensors"), reading), 25);
    assertThat(HubJob.texts(some)).containsExactlyInAnyOrderElementsOf(numbers(5, 10, 0, 20));
  }

  @Test
  void endsAtOnceWhereNothingIsLeft() throws Exception {
    assertThat(HubJob.readAll(source(StartFrom.latest()))).isEmpty();
  }

  @Test
  void readsOverTls() throws Exception {
    Properties trust = new Properties();
    trust.putAll(broker.trust().ofClient());
    HubAddress encrypted = broker.tlsAddress("sensors");
    assertThat(encrypted.isPlain()).isFalse();
    assertThat(
            HubJob.readAll(
                KafkaHub.source(
                    encrypted, HubReading.from(StartFrom.earliest()).toTheEnd(), trust)))
        .hasSize(30);
  }

  private static org.apache.flink.connector.kafka.source.KafkaSource<RawMessage> source(
      StartFrom start) {
    return KafkaHub.source(broker.address("sensors"), HubReading.from(start).toTheEnd());
  }

  /** The texts of partition 0 and of partition 1 between these numbers. */
  private static List<String> numbers(int from0, int to0, int from1, int to1) {
    List<String> texts = new ArrayList<>();
    for (int number = from0; number < to0; number++) {
      texts.add("0:" + number);
    }
    for (int number = from1; number < to1; number++) {
      texts.add("1:" + number);
    }
    return texts;
  }
}
