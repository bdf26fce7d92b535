package io.vigil.source.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Decoded;
import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.RawMessage;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records that nobody should have sent do not stop what comes behind them. */
@Timeout(240)
@NeedsKafkaLogin
class PoisonTest {
  private static final int ROUNDS = 20;
  private static final int MEGABYTE = 1 << 20;
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final String SAMPLE =
      "{\"participantId\":\"p1\",\"timestamp\":\"2026-01-05T09:00:00Z\",\"unit\":\"g\","
          + "\"accelerationX\":0,\"accelerationY\":0,\"accelerationZ\":1}";

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  /** Seen red with: a deserialiser that asks a tombstone for its length. */
  @Test
  void poisonGoesOnAndSoDoesTheJob(@TempDir Path folder) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (KafkaBroker broker = KafkaBroker.start(folder)) {
      broker.createHub("sensors", 2);
      try (HubWriter writer = new HubWriter(broker, "sensors")) {
        for (byte[] poison : poison(random)) {
          writer.write(random.nextInt(2), NINE, poison);
          writer.write(random.nextInt(2), NINE, SAMPLE.getBytes(StandardCharsets.UTF_8));
        }
      }
      HubReading reading = HubReading.from(StartFrom.earliest()).toTheEnd();
      List<RawMessage> messages =
          HubJob.readAll(KafkaHub.source(broker.address("sensors"), reading));

      Decoder decoder = new Decoder(DecoderSettings.DEFAULT, InstantSource.fixed(NINE));
      List<Decoded> decoded = messages.stream().map(decoder::decode).toList();
      assertThat(decoded).as("seed %d", seed).hasSize(2 * (ROUNDS + 4));
      assertThat(decoded.stream().mapToInt(one -> one.batches().size()).sum())
          .as("understood, seed %d", seed)
          .isEqualTo(ROUNDS + 4);
      assertThat(decoded.stream().mapToInt(one -> one.deadLetters().size()).sum())
          .as("refused, seed %d", seed)
          .isEqualTo(ROUNDS + 4);
    }
  }

  private static List<byte[]> poison(Random random) {
    List<byte[]> poison = new ArrayList<>();
    poison.add(null);
    poison.add(new byte[0]);
    poison.add(new byte[MEGABYTE - 1000]);
    poison.add(("{" + " ".repeat(MEGABYTE - 1000)).getBytes(StandardCharsets.UTF_8));
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      poison.add(bytes);
    }
    return poison;
  }
}
