package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.Await;
import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import io.vigil.alert.Status;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo shows how alerts are dealt with: by nobody at the keyboard, and by somebody. The samples
 * come at the pace of real time, so both demos go on at once.
 */
class DemoTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir static Path folder;
  private static Process untouched;
  private static Process touched;

  @BeforeAll
  static void start() throws IOException {
    untouched = demo("untouched");
    touched = demo("touched");
  }

  @AfterAll
  static void end() {
    untouched.destroyForcibly();
    touched.destroyForcibly();
  }

  /** Seen red with: the demo's caregiver asleep. */
  @Test
  void fallIsRaisedEscalatedAcknowledgedAndClearedWithoutATouch() throws Exception {
    awaitLine(untouched, "untouched", "p5 +cleared +\\(the demo's caregiver\\)");
    type(untouched, "q");
    String shown = ended(untouched, "untouched");

    Alert fall = firstFallOf("untouched", "p5");
    assertThat(fall.status()).isEqualTo(Status.CLEARED_ACK);
    assertThat(fall.care().acknowledgedBy()).isEqualTo(DemoCaregiver.NAME);
    assertThat(fall.origin().replay()).isFalse();
    assertThat(fall.origin().delayed()).isFalse();
    assertThat(actions(fall)).containsSubsequence("raised", "escalated", "acknowledged", "cleared");
    assertThat(afterAcknowledgement(fall)).doesNotContain("escalated");
    assertThat(shown)
        .contains("calls caregiver")
        .containsPattern("s after the impact; shown [0-9.]+ s after the last sample needed came");
  }

  /** Seen red with: commands that are not written to the store. */
  @Test
  void whoeverSitsAtTheKeyboardTakesAnAlert() throws Exception {
    awaitLine(touched, "touched", "p5 +raised");
    type(touched, "a");
    awaitLine(touched, "touched", "p5 +acknowledged +\\(you\\)");
    awaitLine(touched, "touched", "p5 +answer +to your ack: FOLLOWED");
    type(touched, "c");
    awaitLine(touched, "touched", "p5 +cleared +\\(you\\)");
    type(touched, "q");
    ended(touched, "touched");

    Alert fall = firstFallOf("touched", "p5");
    assertThat(fall.status()).isEqualTo(Status.CLEARED_ACK);
    assertThat(fall.care().acknowledgedBy()).isEqualTo(DemoStory.YOU);
    assertThat(actions(fall)).containsSubsequence("raised", "acknowledged", "cleared");
    assertThat(afterAcknowledgement(fall)).doesNotContain("escalated");
  }

  /** The whole day, and nobody is called. */
  @Test
  void onceReadsTheWholeDayAsAReplay() {
    CommandRun run =
        CommandRun.vigil("demo", "--once", "--json", "--store", store("once")).succeeded();
    JsonNode samples = run.json().get("samples");
    assertThat(samples.get("read").asInt()).isEqualTo(444_808);
    assertThat(samples.get("late").asInt() + samples.get("invalid").asInt()).isZero();
    assertThat(run.json().get("alerts").asInt()).isEqualTo(3);
    assertThat(alerts("once"))
        .allMatch(alert -> alert.origin().replay())
        .noneMatch(alert -> actions(alert).contains("escalated"));
  }

  /** What was read adds up, though the day is left in the middle. */
  @Test
  void endsByItself() {
    CommandRun run =
        CommandRun.vigil("demo", "--seconds", 1, "--json", "--store", store("short")).succeeded();
    assertThat(run.json().get("samples").get("read").asInt()).isPositive();
  }

  private static Process demo(String name) throws IOException {
    return VigilProcess.start(
        log(name),
        Map.of(),
        List.of(),
        List.of("demo", "--seconds", "600", "--store", store(name).toString()));
  }

  private static void awaitLine(Process process, String name, String pattern) {
    Await.until(
        pattern,
        PATIENCE,
        () -> {
          String shown = shown(name);
          assertThat(process.isAlive()).as(shown).isTrue();
          return shown.lines().anyMatch(line -> line.matches(".*" + pattern + ".*"));
        });
  }

  private static void type(Process process, String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private static String ended(Process process, String name) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(shown(name)).isTrue();
    assertThat(process.exitValue()).as(shown(name)).isZero();
    assertThat(shown(name)).contains("samples ").doesNotContain("ADD UP");
    return shown(name);
  }

  private static Alert firstFallOf(String name, String participant) {
    return alerts(name).stream()
        .filter(alert -> alert.key().participantId().equals(participant))
        .findFirst()
        .orElseThrow();
  }

  private static List<Alert> alerts(String name) {
    List<Alert> alerts = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(store(name))) {
      store.scan(Container.ALERTS, document -> alerts.add(AlertReading.read(document.body())));
    }
    return alerts;
  }

  private static List<String> actions(Alert alert) {
    return alert.history().kept().stream().map(Entry::action).toList();
  }

  private static List<String> afterAcknowledgement(Alert alert) {
    List<String> actions = actions(alert);
    return actions.subList(actions.indexOf("acknowledged"), actions.size());
  }

  private static Path store(String name) {
    return folder.resolve(name + ".db");
  }

  private static Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static String shown(String name) {
    try {
      return Files.readString(log(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
