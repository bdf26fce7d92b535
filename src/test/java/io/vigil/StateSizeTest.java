package io.vigil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.alert.UnusualDayState;
import io.vigil.alert.WatchedState;
import io.vigil.learn.ChoiceState;
import io.vigil.learn.drift.DayState;
import io.vigil.metric.JobMetric;
import io.vigil.sensor.Pseudonyms;
import io.vigil.sensor.RawMessage;
import io.vigil.settings.Secret;
import io.vigil.simulate.BatchWriter;
import io.vigil.simulate.JsonLines;
import io.vigil.simulate.Scenario;
import io.vigil.simulate.Simulation;
import io.vigil.simulate.Unlabelled;
import io.vigil.source.polled.Pages;
import io.vigil.source.polled.PolledSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the job remembers of a person takes at most 4 KiB, keys and timers included: counted in a
 * savepoint of the whole live job, after some minutes of batches of a second, with what only weeks
 * bring added to each. Open alerts come on top, and where windows are chosen to be asked about what
 * that takes: both are counted apart.
 *
 * <p>Seen red with: samples packed in steps and not in the counts of the device (4,981 bytes).
 */
class StateSizeTest {
  private static final int PROMISED = 4_096;
  private static final int PEOPLE = 200;
  private static final int SECONDS = 300;
  private static final long SEED = Long.getLong("vigil.seed", 7);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final List<String> OPERATORS =
      List.of("participant-time", "features", "score", "episodes", "drift", "examples", "alerts");

  /** As a model's training profile has: 12 features of 10 bins each. */
  private static final int DRIFT_FEATURES = 12;

  private static final int DRIFT_BINS = 10;
  private static final int WINDOWS_A_DAY = 43_200;

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final Map<String, Map<String, Integer>> byState = new TreeMap<>();
  private final Map<String, Integer> byPerson = new TreeMap<>();
  private final Map<String, Integer> choosing = new TreeMap<>();
  private final Set<String> alerted = new HashSet<>();
  private final List<Integer> alerts = new ArrayList<>();
  private final List<Integer> waiting = new ArrayList<>();

  @Test
  void aPersonTakesAtMostFourKibibytes() throws Exception {
    System.out.println("StateSizeTest: -Dvigil.seed=" + SEED);
    for (SavedState state : SavedState.of(savepoint(), OPERATORS)) {
      count(state);
    }

    assertThat(byPerson).hasSize(PEOPLE);
    // Who has an open alert has more besides it: what was seen of it, and when to look again.
    byPerson.keySet().removeAll(alerted);
    Map<String, Object> table = new TreeMap<>();
    byState.forEach((name, people) -> table.put(name, row(people.values())));
    table.put("a person", row(byPerson.values()));
    table.put("+ choosing windows to be asked about", row(choosing.values()));
    table.put("+ an open alert", row(alerts));
    table.put("+ a window that waits to be asked about", row(waiting));
    System.out.println(
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(table));
    assertThat(byPerson).hasSizeGreaterThan(PEOPLE / 2);
    assertThat(alerts).isNotEmpty();
    assertThat(waiting).isNotEmpty();
    assertThat(Collections.max(byPerson.values())).isLessThanOrEqualTo(PROMISED);
  }

  private void count(SavedState state) throws IOException {
    int bytes = state.bytes();
    if (state.isValue()) {
      Object value = state.read();
      assertThat(state.bytesOf(value)).isEqualTo(bytes);
      if (value instanceof WatchedState watched) {
        int open = watched.watch.alerts.open.size();
        if (open > 0) {
          alerted.add(state.participantId());
        }
        watched.watch.alerts.open = new ArrayList<>();
        for (int alert = 0; alert < open; alert++) {
          alerts.add((bytes - state.bytesOf(watched)) / open);
        }
        age(watched.watch.unusualDay);
      } else if (value instanceof ChoiceState choice) {
        int candidates = choice.candidates.length;
        choice.candidates = new ChoiceState().candidates;
        for (int window = 0; window < candidates; window++) {
          waiting.add((bytes - state.bytesOf(choice)) / candidates);
        }
      } else if (value instanceof DayState day) {
        age(day);
      }
      bytes = state.bytesOf(value);
    }
    byState
        .computeIfAbsent(state.operator() + ": " + state.name(), name -> new TreeMap<>())
        .merge(state.participantId(), bytes, Integer::sum);
    if (state.operator().equals("examples")) {
      choosing.merge(state.participantId(), bytes, Integer::sum);
    } else {
      byPerson.merge(state.participantId(), bytes, Integer::sum);
    }
  }

  /** As after four weeks, each day cut into the activities in another way. */
  private void age(UnusualDayState state) {
    int width = state.activities.length;
    assertThat(width).isPositive();
    state.days = UnusualDayState.MOST_DAYS;
    state.minutes = new short[state.days * width];
    for (int i = 0; i < state.minutes.length; i++) {
      state.minutes[i] = (short) random.nextInt(1 + 2 * 24 * 60 / width);
    }
    for (int i = 0; i < width; i++) {
      state.today[i] = random.nextLong(1 + TimeUnit.DAYS.toMicros(2) / width);
    }
  }

  /** As at the end of a day without a pause. */
  private void age(DayState state) {
    state.seen = new int[DRIFT_FEATURES * DRIFT_BINS];
    for (int i = 0; i < state.seen.length; i++) {
      state.seen[i] = random.nextInt(2 * WINDOWS_A_DAY / DRIFT_BINS);
    }
    state.said = new int[] {9_000, 8_000, 7_000, 6_000, 5_000, 4_000, 4_200};
    state.surprise = random.nextDouble();
    state.change.days = 100;
    state.change.mean = random.nextDouble();
    state.change.squares = random.nextDouble();
    state.change.sum = random.nextDouble();
  }

  private static Map<String, Integer> row(Iterable<Integer> bytes) {
    List<Integer> sorted = new ArrayList<>();
    bytes.forEach(sorted::add);
    sorted.sort(null);
    return new TreeMap<>(
        Map.of(
            "count",
            sorted.size(),
            "median",
            sorted.get(sorted.size() / 2),
            "max",
            sorted.get(sorted.size() - 1)));
  }

  /** Of a live job in which all samples have arrived and none of them is old. */
  private Path savepoint() throws Exception {
    Scenario day =
        new Scenario(
            PEOPLE, SEED, 5, 60, Instant.now().minusSeconds(SECONDS), PEOPLE / 10, 0, 0, 0);
    Path file = folder.resolve("batches.jsonl");
    AtomicLong samples = new AtomicLong();
    try (OutputStream out = Files.newOutputStream(file);
        JsonLines lines = new JsonLines(out)) {
      new Simulation(day)
          .run(
              BatchWriter.NONE,
              batch -> {
                samples.addAndGet(batch.x().length);
                lines.write(Unlabelled.of(batch));
              },
              second -> {});
    }
    long before = JobCounters.sum(JobMetric.SAMPLES_READ);
    JobClient job =
        new JobRun.Plan(folder)
            .told(
                JobRun.settings()
                    .live()
                    .forgettingAfter(Duration.ofDays(30))
                    .under(Pseudonyms.by(Secret.of("no secret at all"))))
            .parallelism(2)
            .withoutCheckpoints()
            .examples(new NowhereSink<>())
            .onTheWay(StateSizeTest::withoutAnEnd)
            .begin(file);
    Await.until(
        "all samples to be read",
        PATIENCE,
        () -> JobCounters.sum(JobMetric.SAMPLES_READ) - before == samples.get());
    Path savepoint = Path.of(URI.create(Savepoints.take(job, folder.resolve("savepoints"))));
    job.cancel().get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    return savepoint;
  }

  /** Waits for more when the file has ended, as a hub does. */
  private static DataStream<RawMessage> withoutAnEnd(DataStream<RawMessage> messages) {
    return messages.union(
        messages
            .getExecutionEnvironment()
            .fromSource(
                PolledSource.of(
                    "nothing",
                    () -> position -> new Pages.Page<>(List.of(), "", false),
                    RawMessage.class,
                    Duration.ofMillis(100)),
                WatermarkStrategy.noWatermarks(),
                "nothing")
            .uid("nothing")
            .setParallelism(1));
  }
}
