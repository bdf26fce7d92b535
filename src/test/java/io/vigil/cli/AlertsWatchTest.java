package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to alerts is printed as it happens, each thing once. */
class AlertsWatchTest {
  @TempDir Path folder;

  /** Seen red with: what happened before told too. */
  @Test
  void eachTransitionIsPrintedOnce() throws Exception {
    AlertsSetUp vigil = AlertsSetUp.in(folder);
    try (SmallJob job = SmallJob.on(vigil.store())) {
      String before = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();
      Watched now = Watched.start(vigil);
      Watched all = Watched.start(vigil, "--all", "--json");
      Await.until(() -> now.text().contains("Watching"));

      vigil.vigil("alerts", "ack", before, "--as", "Ben", "--wait", "120 s").succeeded();
      String after = job.raise("bob", AlertType.FALL, Severity.CRITICAL).id();
      job.raise("cid", AlertType.SILENCE, Severity.WARNING);
      vigil.vigil("alerts", "resolve", after, "--as", "Ben", "--wait", "120 s").succeeded();
      Await.until(() -> now.text().contains("resolved") && all.text().contains("resolved"));
      now.stop();
      all.stop();

      assertThat(now.lines().skip(1))
          .satisfiesExactly(
              line ->
                  assertThat(line).contains("MAJOR", "ACTIVE_ACK", "ann", "acknowledged by Ben"),
              line -> assertThat(line).contains("CRITICAL", "bob", "raised by vigil: It looks"),
              line -> assertThat(line).contains("CLEARED_ACK", "bob", "resolved by Ben"));
      List<String> actions =
          all.lines().map(line -> Json.read(line).path("action").asText()).toList();
      assertThat(actions).containsExactly("raised", "acknowledged", "raised", "resolved");
    }
  }

  private record Watched(StringWriter out, Thread thread) {

    static Watched start(AlertsSetUp vigil, String... options) {
      StringWriter out = new StringWriter();
      String[] words =
          Stream.concat(
                  Stream.of("--config", vigil.config().toString(), "alerts", "watch"),
                  Stream.of(options))
              .toArray(String[]::new);
      Thread thread =
          new Thread(
              () -> Vigil.run(new PrintWriter(out, true), new PrintWriter(out, true), words));
      thread.start();
      return new Watched(out, thread);
    }

    String text() {
      return out.toString();
    }

    Stream<String> lines() {
      return text().lines();
    }

    void stop() throws InterruptedException {
      thread.interrupt();
      thread.join();
    }
  }
}
