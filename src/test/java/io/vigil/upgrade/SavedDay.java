package io.vigil.upgrade;

import io.vigil.simulate.Batch;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What sensors send around a midnight, a JSON batch a line, by where it is read: three simulated
 * people who fall, with duplicates and disorder, and one who does the same for so long that a day
 * of theirs counts.
 */
record SavedDay(List<String> file, List<String> amqp, List<String> kafka) {
  /** No message. */
  static final SavedDay NOTHING = new SavedDay(List.of(), List.of(), List.of());

  private static final Instant MIDNIGHT = Instant.parse("2026-01-06T00:00:00Z");
  private static final Duration BEFORE = Duration.ofSeconds(100);
  private static final int SECONDS_OF_THE_STEADY = 1260;
  private static final int STEADY_AFTER_MIDNIGHT = 60;

  /** How far a job has read it when its savepoint is taken. */
  record Cut(int file, int amqp, int kafka) {}

  /** The day as the simulator of this build makes it. */
  static SavedDay simulated() throws IOException {
    List<Batch> batches = new ArrayList<>();
    new Simulation(new Scenario(3, 20, 8, 80, MIDNIGHT.minus(BEFORE), 3, 0, 0.02, 2))
        .run(BatchWriter.NONE, batches::add, second -> {});
    List<String> amqp = new ArrayList<>(steady(batches));
    amqp.addAll(lines(of("p2", batches)));
    return new SavedDay(lines(of("p1", batches)), amqp, lines(of("p3", batches)));
  }

  /** What comes before the cut, of the hubs, and what comes after it. */
  SavedDay before(Cut cut) {
    return new SavedDay(
        file.subList(0, cut.file()), amqp.subList(0, cut.amqp()), kafka.subList(0, cut.kafka()));
  }

  SavedDay after(Cut cut) {
    return new SavedDay(
        file.subList(cut.file(), file.size()),
        amqp.subList(cut.amqp(), amqp.size()),
        kafka.subList(cut.kafka(), kafka.size()));
  }

  private static List<Batch> of(String participant, List<Batch> batches) {
    return batches.stream().filter(batch -> batch.participantId().equals(participant)).toList();
  }

  /** One second of walking again and again: it takes next to no room. */
  private static List<String> steady(List<Batch> batches) throws IOException {
    Batch second =
        of("p2", batches).stream()
            .filter(batch -> batch.activity().contains("Walking"))
            .findFirst()
            .orElseThrow();
    long end =
        ChronoUnit.MICROS.between(Instant.EPOCH, MIDNIGHT) + STEADY_AFTER_MIDNIGHT * 1000000L;
    List<Batch> steady = new ArrayList<>();
    for (int i = 0; i < SECONDS_OF_THE_STEADY; i++) {
      steady.add(
          new Batch(
              "p4",
              "chest-4",
              i + 1,
              end - (SECONDS_OF_THE_STEADY - i) * 1000000L,
              second.x(),
              second.y(),
              second.z(),
              second.activity()));
    }
    return lines(steady);
  }

  /** As a hub is sent them. */
  static List<String> lines(List<Batch> batches) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonLines json = new JsonLines(bytes)) {
      for (Batch batch : batches) {
        json.write(batch);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
