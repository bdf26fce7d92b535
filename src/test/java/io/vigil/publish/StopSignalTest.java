package io.vigil.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.publish.FileDispatch.Manner;
import io.vigil.sensor.DecoderSettings;
import io.vigil.sensor.MessageFormat;
import io.vigil.source.FilePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopSignalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Seen red with: a wait that is slept out. */
  @Test
  void endsALongWait(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("1.csv"), "0,1,2,3,1\n".repeat(52 * 3));
    FilePlan plan = FilePlan.of(MessageFormat.UCI287, List.of(file), DecoderSettings.DEFAULT);
    Manner anHourASecond = new Manner(MessageForm.JSON, Pace.of(1 / 3600.0), false);
    CountDownLatch begun = new CountDownLatch(1);
    RecordingPublisher hub =
        new RecordingPublisher() {
          @Override
          public void send(String participantId, byte[] payload) {
            super.send(participantId, payload);
            begun.countDown();
          }
        };
    StopSignal signal = new StopSignal();
    FutureTask<Sent> sending =
        new FutureTask<>(
            () -> {
              try {
                return new Sendings()
                    .send(plan, DecoderSettings.DEFAULT, anHourASecond, hub, folder, signal);
              } finally {
                signal.stopped();
              }
            });
    new Thread(sending, "sending").start();
    assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    signal.stop(PATIENCE);
    Sent sent = sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(sent.complete()).isFalse();
    assertThat(sent.messages()).isEqualTo(1);
    assertThat(hub.flushed()).hasSize(1);
  }
}
