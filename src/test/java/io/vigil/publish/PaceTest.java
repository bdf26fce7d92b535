package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.publish.FileDispatch.Manner;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {
  private static final long SECOND_MICROS = 1_000_000;
  private static final long SECOND_NANOS = 1_000_000_000;

  @Test
  void waitsForRecordedTimeBySpeed() {
    Pace pace = Pace.of(4);
    assertThat(pace.nanosUntil(5 * SECOND_MICROS, 100)).isZero();
    assertThat(pace.nanosUntil(9 * SECOND_MICROS, 100)).isEqualTo(SECOND_NANOS);
    assertThat(pace.nanosUntil(9 * SECOND_MICROS, 100 + SECOND_NANOS / 4))
        .isEqualTo(3 * SECOND_NANOS / 4);
    assertThat(pace.nanosUntil(8 * SECOND_MICROS, 100 + SECOND_NANOS)).isZero();
    assertThat(pace.recordedSeconds()).isEqualTo(4);
  }

  @Test
  void unlimitedNeverWaits() {
    Pace pace = Pace.unlimited();
    assertThat(pace.nanosUntil(0, 0)).isZero();
    assertThat(pace.nanosUntil(Long.MAX_VALUE / 2, 1)).isZero();
  }

  /**
   * A hub that needs longer for some messages than there is between two: nothing is sent early, and
   * the end is on time.
   *
   * <p>Seen red with: a wait counted from the message before instead of from the first.
   */
  @Test
  void catchesUpAndDoesNotDrift(@TempDir Path folder) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 52 * 600; i++) {
      rows.append(i).append(",1,2,3,1\n");
    }
    Path file = Files.writeString(folder.resolve("1.csv"), rows);
    FilePlan plan = FilePlan.of(MessageFormat.UCI287, List.of(file), DecoderSettings.DEFAULT);
    VirtualTime time = new VirtualTime();
    List<Long> sentAt = new ArrayList<>();
    long begin = time.nanoTime();
    RecordingPublisher hub =
        new RecordingPublisher() {
          @Override
          public void send(String participantId, byte[] payload) {
            sentAt.add(time.nanoTime() - begin);
            time.pass(sentAt.size() % 10 == 0 ? SECOND_NANOS / 2 : 1_000_000);
            super.send(participantId, payload);
          }
        };
    Sent sent =
        new Sendings()
            .send(
                plan,
                DecoderSettings.DEFAULT,
                new Manner(MessageForm.AVRO, Pace.of(10), false),
                hub,
                folder,
                time);

    assertThat(sentAt).hasSize(600);
    for (int i = 0; i < sentAt.size(); i++) {
      assertThat(sentAt.get(i)).isGreaterThanOrEqualTo(i * SECOND_NANOS / 10);
    }
    assertThat(sentAt.get(599)).isLessThan(60 * SECOND_NANOS + SECOND_NANOS / 10);
    assertThat(sent.recordedSeconds()).isEqualTo(599);
    assertThat(sent.recordedSeconds() / sent.seconds()).isBetween(9.8, 10.0);
  }

  @Test
  void aLongPauseIsToldOf(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("ward.csv"),
            """
            participantId,timestamp,x,y,z
            p1,2026-01-05T09:00:00Z,0,1,0
            p1,2026-01-05T10:00:00Z,0,1,0
            """);
    FilePlan plan = FilePlan.of(MessageFormat.CSV, List.of(file), DecoderSettings.DEFAULT);
    RecordingPublisher hub = new RecordingPublisher();
    Sendings said = new Sendings();
    Manner tenTimes = new Manner(MessageForm.JSON, Pace.of(10), false);
    Sent sent = said.send(plan, DecoderSettings.DEFAULT, tenTimes, hub, folder);
    assertThat(sent.seconds()).isEqualTo(360);
    assertThat(said.notices)
        .containsExactly(
            "the recording pauses until 2026-01-05T10:00:00Z; the next message goes out in 6 min");
  }
}
