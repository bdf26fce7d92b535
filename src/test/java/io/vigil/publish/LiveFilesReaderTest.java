package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Decoder;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.DeviceBatch;
import io.vigil.sensor.DeviceProfiles;
import io.vigil.sensor.MessageFormat;
import io.vigil.sensor.Normaliser;
import io.vigil.sensor.RawMessage;
import io.vigil.source.CollectedOutput;
import io.vigil.source.HistoricalSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFilesReaderTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration LATER = Duration.ofDays(40).plusSeconds(7);
  private static final int BATCHES = 5;
  private static final Duration LAST_SAMPLE = Duration.ofMillis(900);

  @TempDir Path folder;

  private final CollectedOutput output = new CollectedOutput();
  private final List<String> told = new ArrayList<>();
  private Instant now = NINE.plus(LATER);
  private LiveFilesReader reader;

  @BeforeEach
  void aRecordingOfFiveSeconds() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int second = 0; second < BATCHES; second++) {
      lines.append(
          "{\"participantId\":\"p1\",\"start\":\"%s\",\"rateHz\":10,\"unit\":\"raw\",\"x\":%s,\"y\":%s,\"z\":%s,\"activity\":\"Walking\"}%n"
              .formatted(NINE.plusSeconds(second), axis(second), axis(700), axis(1400)));
    }
    Path file = Files.writeString(folder.resolve("day.jsonl"), lines);
    reader =
        new LiveFilesReader(
            split -> new LaterMessages(new FileMessages(split, usable()), LATER.toNanos() / 1000),
            () -> now,
            new LiveFilesReader.Listener() {
              @Override
              public void wanted() {
                told.add("wanted");
              }

              @Override
              public void ended() {
                told.add("ended");
              }
            });
    reader.start();
    reader.addSplits(
        List.of(HistoricalSplit.unread(MessageFormat.JSONL, List.of(file.toString()))));
    reader.notifyNoMoreSplits();
  }

  /** Seen red with: messages that are due when they begin. */
  @Test
  void givesTheBacklogAtOnceAndTheRestWhenItIsDue() throws Exception {
    now = NINE.plus(LATER).plusSeconds(2).plus(LAST_SAMPLE);
    assertThat(given()).isEqualTo(3);
    assertThat(reader.isAvailable()).isNotNull();

    now = now.plusMillis(999);
    assertThat(given()).isEqualTo(3);
    now = now.plusMillis(1);
    assertThat(given()).isEqualTo(4);
    assertThat(told).containsExactly("wanted");

    now = now.plusSeconds(1);
    assertThat(given()).isEqualTo(BATCHES);
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();
    assertThat(told).containsExactly("wanted", "ended");
  }

  /** Seen red with: the label left out. */
  @Test
  void changesNothingButTheTimes() throws Exception {
    now = NINE.plus(LATER).plusSeconds(BATCHES);
    given();
    for (int second = 0; second < BATCHES; second++) {
      DeviceBatch batch = decoded(output.messages().get(second));
      assertThat(batch.participantId()).isEqualTo("p1");
      assertThat(batch.activity()).isEmpty();
      assertThat(batch.size()).isEqualTo(10);
      long start = NINE.plus(LATER).plusSeconds(second).toEpochMilli() * 1000;
      assertThat(batch.times()[0]).isEqualTo(start);
      assertThat(batch.times()[9]).isEqualTo(start + 900_000);
      assertThat(batch.x()).containsOnly(second);
      assertThat(batch.z()).containsOnly(1400);
    }
  }

  private int given() throws Exception {
    while (reader.pollNext(output) == InputStatus.MORE_AVAILABLE) {
      // On to the next.
    }
    return output.messages().size();
  }

  private static List<Integer> axis(int value) {
    return Collections.nCopies(10, value);
  }

  private DeviceBatch decoded(RawMessage message) {
    return new Decoder(DecoderSettings.DEFAULT, () -> now).decode(message).batches().get(0);
  }

  private UsableSamples usable() {
    return new UsableSamples(
        new Decoder(DecoderSettings.DEFAULT, InstantSource.system()),
        new Normaliser(DeviceProfiles.DEFAULT),
        letter -> {
          throw new AssertionError(letter.reason());
        });
  }
}
