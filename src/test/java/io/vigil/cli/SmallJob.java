package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertLifecycle;
import io.vigil.alert.AlertState;
import io.vigil.alert.AlertType;
import io.vigil.alert.Answer;
import io.vigil.alert.Answer.Verdict;
import io.vigil.alert.CommandMessages;
import io.vigil.alert.Input;
import io.vigil.alert.NewRules;
import io.vigil.alert.Outcome;
import io.vigil.alert.RuleMessages;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Severity;
import io.vigil.store.AlertDocuments;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore.Changes;
import io.vigil.store.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What the job does with commands and rules, on one thread and without samples. */
final class SmallJob implements AutoCloseable {
  private static final long LOOK_NANOS = 2_000_000;

  private final SqliteStore store;
  private final AlertLifecycle lifecycle = new AlertLifecycle(false, 0);
  private final Map<String, AlertState> states = new HashMap<>();
  private final Thread thread = new Thread(this::work, "small job");
  private RuleSet rules = RuleSet.shipped();
  private volatile boolean closed;

  private SmallJob(Path file) {
    store = SqliteStore.open(file);
  }

  /** One that looks for commands and rules. */
  static SmallJob on(Path file) {
    return paused(file).go();
  }

  /** One that does not yet. */
  static SmallJob paused(Path file) {
    return new SmallJob(file);
  }

  SmallJob go() {
    thread.start();
    return this;
  }

  /** Raises an alert of this moment. */
  Alert raise(String participant, AlertType type, Severity severity) {
    return apply(participant, MadeUpAlerts.incident(participant, type, severity, now()))
        .changes()
        .get(0);
  }

  private synchronized Outcome apply(String participant, Input input) {
    Outcome outcome =
        lifecycle.apply(
            states.computeIfAbsent(participant, unused -> new AlertState()),
            input,
            rules.forParticipant(participant),
            now());
    List<Document> documents = new ArrayList<>();
    outcome.changes().forEach(alert -> documents.add(AlertDocuments.alert(alert)));
    outcome.answers().stream()
        .filter(answer -> answer.verdict() != Verdict.REPEATED)
        .forEach(answer -> documents.add(AskedDocuments.answer(answer)));
    store.upsert(documents);
    return outcome;
  }

  private void work() {
    String commands = "";
    String asked = "";
    while (!closed) {
      Changes page = store.changes(Container.COMMANDS, commands, 100);
      for (Document document : page.documents()) {
        var command = CommandMessages.read(document.body().getBytes(StandardCharsets.UTF_8));
        apply(command.participantId(), command);
      }
      commands = page.continuation();
      page = store.changes(Container.RULES, asked, 100);
      page.documents().forEach(this::take);
      asked = page.continuation();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private synchronized void take(Document document) {
    NewRules asked = RuleMessages.read(document.body().getBytes(StandardCharsets.UTF_8));
    Optional<String> refusal;
    try {
      RuleSet next = RuleSet.read(asked.id(), asked.text());
      refusal = next.refusalAfter(rules);
      rules = refusal.isEmpty() ? next : rules;
    } catch (IllegalArgumentException e) {
      refusal = Optional.of(e.getMessage());
    }
    Verdict verdict = refusal.isEmpty() ? Verdict.FOLLOWED : Verdict.REFUSED;
    store.upsert(
        List.of(
            AskedDocuments.answer(
                new Answer(
                    asked.id(),
                    "",
                    "",
                    "rules",
                    asked.actor(),
                    now(),
                    verdict,
                    refusal.orElse(""),
                    rules.version(),
                    0))));
  }

  private static long now() {
    return Moments.micros(Instant.now());
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
    store.close();
  }
}
