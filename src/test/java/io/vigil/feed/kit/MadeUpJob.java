package io.vigil.feed.kit;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertLifecycle;
import io.vigil.alert.AlertState;
import io.vigil.alert.AlertType;
import io.vigil.alert.CommandMessages;
import io.vigil.alert.Evidence;
import io.vigil.alert.Incident;
import io.vigil.alert.Input;
import io.vigil.alert.Measure;
import io.vigil.alert.Outcome;
import io.vigil.alert.Phase;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Severity;
import io.vigil.alert.Snippet;
import io.vigil.sensor.SampleBatch;
import io.vigil.store.AlertDocuments;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.DocumentStore.Changes;
import io.vigil.store.Documents;
import io.vigil.store.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The job as the feed sees it: its life cycle of alerts on a store, without the engine. */
public final class MadeUpJob implements AutoCloseable {
  private static final long SECOND = 1_000_000;
  private static final ModelRef MODEL = new ModelRef("chest", 3, "ab12");

  private final DocumentStore store;
  private final AlertLifecycle lifecycle = new AlertLifecycle(false, 0);
  private final RuleSet rules = RuleSet.shipped();
  private final Map<String, AlertState> states = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private ScheduledExecutorService answering;
  private String continuation = "";

  public MadeUpJob(Path file) {
    this(SqliteStore.open(file));
  }

  /**
   * @param store closed with the job; it is asked by one thread at a time
   */
  public MadeUpJob(DocumentStore store) {
    this.store = store;
  }

  /** Answers commands from now on. */
  public MadeUpJob answering() {
    answering = Executors.newSingleThreadScheduledExecutor();
    answering.scheduleWithFixedDelay(this::answer, 0, 20, TimeUnit.MILLISECONDS);
    return this;
  }

  /** Somebody falls; the alert's id. */
  public String fall(String participant, Instant at) {
    return see(participant, AlertType.FALL, at, snippet(participant, micros(at)));
  }

  /** Somebody falls, as samples tell; the alert's id. */
  public String fall(String participant, Instant at, String sentence, SampleBatch samples) {
    return see(participant, AlertType.FALL, at, sentence, Snippet.pack(samples, micros(at)));
  }

  /** A sensor sends nothing; the alert's id. */
  public String silence(String participant, Instant at) {
    return see(participant, AlertType.SILENCE, at, "");
  }

  private String see(String participant, AlertType type, Instant at, String snippet) {
    return see(participant, type, at, "Seen: " + type, snippet);
  }

  private String see(
      String participant, AlertType type, Instant at, String sentence, String snippet) {
    long start = micros(at);
    AlertKey key = new AlertKey(participant, type, start);
    Evidence evidence = new Evidence(sentence, List.of(new Measure("peakG", 3.25)), snippet);
    take(
        participant,
        new Incident(
            key,
            Phase.BEGAN,
            start,
            Severity.CRITICAL,
            evidence,
            rules.forParticipant(participant).ref(type),
            MODEL));
    return key.id();
  }

  /** Somebody does something for a while. */
  public synchronized void does(String participant, String activity, Instant from, Instant to) {
    store.upsert(
        List.of(
            Documents.activity(
                new Episode(
                    participant, activity, micros(from), micros(to), false, 9, 0.9, MODEL))));
  }

  /** The job lives. */
  public synchronized void beats(Instant now) {
    store.upsert(
        List.of(
            new Document(
                Container.HEARTBEATS,
                "job",
                "",
                "",
                micros(now),
                "{\"id\":\"job\",\"ts\":\"%s\",\"newestSampleTs\":null}".formatted(now))));
  }

  /** Somebody says something to an alert, without the feed. */
  public void say(String participant, String alertId, String command, int number) {
    String json =
        "{\"id\":\"n%d\",\"participantId\":\"%s\",\"alertId\":\"%s\",\"command\":\"%s\",\"actor\":\"ann\",\"text\":\"on my way\"}"
            .formatted(number, participant, alertId, command);
    take(participant, CommandMessages.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  private synchronized void answer() {
    Changes page = store.changes(Container.COMMANDS, continuation, 100);
    page.documents()
        .forEach(
            command ->
                take(
                    command.participantId(),
                    CommandMessages.read(command.body().getBytes(StandardCharsets.UTF_8))));
    continuation = page.continuation();
  }

  private synchronized void take(String participant, Input input) {
    AlertState state = states.computeIfAbsent(participant, id -> new AlertState());
    Outcome outcome =
        lifecycle.apply(state, input, rules.forParticipant(participant), micros(Instant.now()));
    List<Document> documents = new ArrayList<>();
    for (Alert change : outcome.changes()) {
      documents.add(AlertDocuments.alert(change));
      int index = change.history().folded() + change.history().kept().size() - 1;
      lines.add(change.id() + "#" + index);
    }
    outcome.answers().forEach(answer -> documents.add(AskedDocuments.answer(answer)));
    // One after the other, as the sink would: no two forms of a document in one write.
    documents.forEach(document -> store.upsert(List.of(document)));
  }

  /** Every line of history that was written: alert and index. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private static String snippet(String participant, long at) {
    int size = 100;
    long[] times = new long[size];
    short[] y = new short[size];
    for (int i = 0; i < size; i++) {
      times[i] = at - SECOND + i * 20_000L;
      y[i] = (short) (i == 50 ? 3 * SampleBatch.PER_G : SampleBatch.PER_G);
    }
    SampleBatch samples =
        new SampleBatch(participant, times, new short[size], y, new short[size], "");
    return Snippet.pack(samples, at);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  @Override
  public void close() throws InterruptedException {
    if (answering != null) {
      answering.shutdownNow();
      answering.awaitTermination(30, TimeUnit.SECONDS);
    }
    store.close();
  }
}
