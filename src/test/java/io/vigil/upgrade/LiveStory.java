package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertType;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Status;
import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import io.vigil.simulate.Truth;
import io.vigil.simulate.Unlabelled;
import io.vigil.store.AlertReading;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens in the live job whose savepoint a release leaves. Two of three people fell a minute
 * or two ago. The caregiver is called for both and acknowledges one alert; the other waits for its
 * next step. A command about the third waits for an alert that is still to come. Then nothing comes
 * from anybody.
 */
final class LiveStory {
  /** The command that acknowledges the second fall, and the one that waits. */
  static final String ACKNOWLEDGING = "acknowledging";

  static final String EARLY = "early";

  private static final int FALLS = 2;

  /**
   * So much of a day of six minutes lies behind: the falls too, and not by so much that they are
   * old news.
   */
  private static final Duration SO_FAR = Duration.ofSeconds(230);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * Lets it happen, and keeps the savepoint.
   *
   * @param folder for the job
   */
  static void make(SavedMoment kept, Path folder) throws Exception {
    try (Hubs hubs = Hubs.start(folder.resolve("broker"))) {
      WholeJob job =
          new WholeJob(SavedFiles.place(folder), hubs.amqp(), hubs.kafka(), List.of(), 1, 1, true);
      Files.writeString(job.file(), "{}\n".repeat(1_000));
      try (RunningJob running = job.start(Optional.empty(), WholeJob.HARDLY)) {
        List<Batch> batches = batches();
        hubs.publish(SavedDay.lines(batches), List.of());
        Await.until(
            "the caregiver to be called for both falls",
            PATIENCE,
            () -> falls(job).stream().filter(fall -> fall.care().level() == 1).count() == FALLS);
        List<Alert> falls = falls(job);
        long read = Seen.of("commands-in");
        ask(job, command(ACKNOWLEDGING, falls.get(1).key()));
        ask(job, command(EARLY, new AlertKey(third(batches, falls), AlertType.FALL, micros())));
        Await.until(
            "both commands to be read and one to be followed",
            PATIENCE,
            () ->
                Seen.of("commands-in") == read + 2
                    && falls(job).stream().anyMatch(fall -> fall.status() == Status.ACTIVE_ACK));
        String savepoint = running.leave();
        assertThat(falls(job).get(0).care().level()).as("slower than the next step").isEqualTo(1);
        assertThat(answered(job)).as("slower than a command waits").doesNotContain(EARLY);
        kept.keep(
            savepoint,
            System.currentTimeMillis(),
            batches.get(batches.size() - 1).timeMicros(Batch.RATE_HZ - 1),
            alerts(job));
      }
    }
  }

  /** Of the first day in which nobody who falls gets up. */
  private static List<Batch> batches() throws IOException {
    Instant start = Instant.now().minus(SO_FAR);
    long now = micros();
    List<Batch> batches = new ArrayList<>();
    Truth truth;
    long seed = 0;
    do {
      batches.clear();
      truth =
          new Simulation(new Scenario(3, ++seed, 8, 80, start, FALLS, 0, 0, 0))
              .run(BatchWriter.NONE, batches::add, second -> {});
    } while (truth.falls().stream().anyMatch(Truth.FallAt::getsUp));
    return batches.stream()
        .filter(batch -> batch.timeMicros(Batch.RATE_HZ) < now)
        // Hardly a window goes to the lake.
        .map(Unlabelled::of)
        .toList();
  }

  private static String third(List<Batch> batches, List<Alert> falls) {
    return batches.stream()
        .map(Batch::participantId)
        .filter(id -> falls.stream().noneMatch(fall -> fall.key().participantId().equals(id)))
        .findFirst()
        .orElseThrow();
  }

  private static Command command(String id, AlertKey alert) {
    return new Command(
        id, alert.participantId(), alert.id(), CommandKind.ACK, "ann", micros(), "", Alert.NEVER);
  }

  private static void ask(WholeJob job, Command command) {
    try (SqliteStore store = SqliteStore.open(Path.of(job.asked().path()))) {
      store.upsert(List.of(AskedDocuments.command(command)));
    }
  }

  private static List<Alert> falls(WholeJob job) {
    return alerts(job).stream().filter(alert -> alert.key().type() == AlertType.FALL).toList();
  }

  private static List<Alert> alerts(WholeJob job) {
    List<Alert> alerts = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(Path.of(job.written().path()))) {
      store.scan(Container.ALERTS, document -> alerts.add(AlertReading.read(document.body())));
    }
    return alerts;
  }

  private static List<String> answered(WholeJob job) {
    List<String> answered = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(Path.of(job.written().path()))) {
      store.scan(Container.ANSWERS, document -> answered.add(document.id()));
    }
    return answered;
  }

  private static long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  private LiveStory() {}
}
