package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.alert.Alert;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Entry;
import io.vigil.alert.Status;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.AlertReading;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of an alert, with the process of the job killed at each step of it: once raised, once
 * escalated, once acknowledged, once cleared. {@code AlertsSurviveTest} has every way to die; this
 * is the real thing, with a hub, a store and checkpoints.
 *
 * <p>Seen red with: no grace after a restart.
 */
class AlertRestartTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String RULES =
      """
      version: 2
      schedule: {night: 22:00-07:00}
      inactivity: {movement: 0.03, byDay: 1 h, atRest: 1 h, atNight: 2 h, afterWalking: 1 h}
      silence: {after: 1 d}
      unusualDay: {days: 14, deviations: 4, least: 90 min, worn: 8 h}
      lowConfidence: {after: 1 h}
      handling: {countdown: 0 s, hold: 1 min, again: 10 min, delayedAfter: 1 d, longestSnooze: 1 h}
      escalation:
        critical: [2 s caregiver, 2 s family, 2 s neighbour, 1 h emergency]
        major: [2 s caregiver, 2 s family, 2 s neighbour, 1 h emergency]
        minor: [2 s caregiver, 2 s family, 2 s neighbour, 1 h emergency]
        warning: nobody
        indeterminate: nobody
      """;

  @TempDir Path folder;
  private SqliteStore store;
  private String connection;

  @Test
  void isNeitherLostNorTwiceNorEscalatedOnceSeen() throws Exception {
    Files.writeString(folder.resolve("rules.yaml"), RULES);
    try (AmqpHubServer hub = AmqpHubServer.start();
        SqliteStore opened = SqliteStore.open(folder.resolve("vigil.db"))) {
      store = opened;
      hub.createHub("sensors", 1);
      connection = hub.address("sensors").connectionString().reveal();

      SentFall.send(hub.address("sensors"), "p1");
      liveUntil("raised", "500 ms", () -> alertOf("p1").isPresent());
      String id = alertOf("p1").orElseThrow().id();
      liveUntil("escalated", "500 ms", () -> levelOf("p1") > 1);

      // Nothing of this life is in a checkpoint: the next one reads the acknowledgement again.
      ask(id, CommandKind.ACK);
      liveUntil("acknowledged", "1 h", () -> isAnswered(CommandKind.ACK));
      long seen = entry("acknowledged").time();
      SentFall.send(hub.address("sensors"), "p2");
      liveUntil("still acknowledged", "1 h", () -> levelOf("p2") > 2 && isSeen("p1"));

      ask(id, CommandKind.CLEAR);
      liveUntil("cleared", "1 h", () -> isAnswered(CommandKind.CLEAR));
      SentFall.send(hub.address("sensors"), "p3");
      liveUntil("still cleared", "500 ms", () -> levelOf("p3") > 2 && isOver("p1"));

      assertThat(alerts()).extracting(alert -> alert.key().participantId()).doesNotHaveDuplicates();
      Alert left = alertOf("p1").orElseThrow();
      assertThat(left.id()).isEqualTo(id);
      assertThat(left.history().kept())
          .extracting(Entry::action)
          .startsWith("raised")
          .containsOnlyOnce("raised", "acknowledged", "cleared");
      assertThat(left.history().kept())
          .filteredOn(entry -> entry.action().equals("escalated"))
          .allMatch(entry -> entry.time() <= seen);
    }
  }

  /** Starts a job, and kills it as soon as something is so. */
  private void liveUntil(String what, String checkpoints, BooleanSupplier holds) throws Exception {
    Path log = folder.resolve(what + ".log");
    Process job =
        VigilProcess.start(
            log,
            Map.of("HUB", connection),
            List.of(),
            List.of("run", "--config", settings(what, checkpoints).toString()));
    try {
      Await.until(
          what,
          PATIENCE,
          () -> {
            assertThat(job.isAlive()).as(read(log)).isTrue();
            return holds.getAsBoolean();
          });
    } catch (AssertionError e) {
      throw new AssertionError(alerts() + System.lineSeparator() + read(log), e);
    } finally {
      job.destroyForcibly().waitFor();
    }
  }

  private Path settings(String what, String checkpoints) throws IOException {
    return Files.writeString(
        folder.resolve(what + ".yaml"),
        """
        eventhubs: {hub: sensors, connectionString: "${env:HUB}"}
        store: {path: %s}
        alerts: {rules: %s}
        checkpoints: {path: %s, every: %s}
        parallelism: 2
        """
            .formatted(
                folder.resolve("vigil.db"),
                folder.resolve("rules.yaml"),
                folder.resolve("checkpoints"),
                checkpoints));
  }

  private void ask(String alertId, CommandKind kind) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    store.upsert(
        List.of(
            AskedDocuments.command(
                new Command(kind.word(), "p1", alertId, kind, "ann", now, "", Alert.NEVER))));
  }

  private boolean isAnswered(CommandKind kind) {
    return store.find(Container.ANSWERS, "p1", "", kind.word()).isPresent();
  }

  private boolean isSeen(String participantId) {
    return alertOf(participantId).filter(alert -> alert.status().acknowledged()).isPresent();
  }

  private boolean isOver(String participantId) {
    return alertOf(participantId).filter(a -> a.status() == Status.CLEARED_ACK).isPresent();
  }

  private int levelOf(String participantId) {
    return alertOf(participantId).map(alert -> alert.care().level()).orElse(0);
  }

  private Entry entry(String action) {
    return alertOf("p1").orElseThrow().history().kept().stream()
        .filter(entry -> entry.action().equals(action))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Alert> alertOf(String participantId) {
    return alerts().stream()
        .filter(alert -> alert.key().participantId().equals(participantId))
        .findFirst();
  }

  private List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    store.scan(Container.ALERTS, document -> alerts.add(AlertReading.read(document.body())));
    return alerts;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
