package io.vigil.cli;

import io.vigil.erasure.Cleared;
import io.vigil.erasure.Erasure;
import io.vigil.erasure.ErasureMessages;
import io.vigil.publish.StopSignal;
import io.vigil.settings.Settings;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.ErasureDocuments;
import io.vigil.store.PersonDocuments;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Erases a person. The order is what makes it hold: first the job refuses and forgets, then all
 * places are emptied, then once more what was under way meanwhile. Whatever ends it half way, the
 * same command goes on: each part may be done twice.
 */
final class Erasing {
  private static final Duration ALIVE = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofSeconds(2);
  private static final int MOST_SWEEPS = 10;
  private static final String LOOKED_INTO = "looked into";
  private static final String NOT_THERE = "not there: ";

  private final Settings settings;
  private final ErasedPerson person;
  private final DocumentStore store;
  private final ErasurePlaces where;
  private final List<ErasurePlace> places;
  private final StopSignal signal = new StopSignal();

  /**
   * @param places all that may hold something of the person
   */
  Erasing(
      Settings settings,
      ErasedPerson person,
      DocumentStore store,
      ErasurePlaces where,
      List<ErasurePlace> places) {
    this.settings = settings;
    this.person = person;
    this.store = store;
    this.where = where;
    this.places = List.copyOf(places);
  }

  /**
   * Who asks.
   *
   * @param by name or role
   * @param reason may be empty
   * @param patience how long the job is waited for
   * @param settle how long after a look that found nothing the last one is
   */
  record Asked(String by, String reason, Duration patience, Duration settle) {}

  /**
   * What there is.
   *
   * @param found how much each place holds; those with nothing are left out
   * @param places all, and whether each was looked into or is not there
   */
  record Look(Map<String, Long> found, Map<String, String> places) {

    /** Those that are not there, in words for the end of a message; empty where all are. */
    String missingLine() {
      List<String> missing =
          places.entrySet().stream()
              .filter(place -> isMissing(place.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      return missing.isEmpty() ? "" : " Not there: " + String.join(", ", missing) + ".";
    }
  }

  /** Whether a place was not there, by what a look says of it. */
  static boolean isMissing(String seen) {
    return seen.startsWith(NOT_THERE);
  }

  /** Looks into all places. */
  Look look() throws IOException {
    Map<String, Long> found = new TreeMap<>();
    Map<String, String> seen = new TreeMap<>();
    for (ErasurePlace place : places) {
      if (isThere(place, seen)) {
        long count = place.count();
        if (count > 0) {
          found.put(place.name(), count);
        }
      }
    }
    return new Look(found, seen);
  }

  private static boolean isThere(ErasurePlace place, Map<String, String> seen) throws IOException {
    String missing = place.missing();
    seen.put(place.name(), missing.isEmpty() ? LOOKED_INTO : NOT_THERE + missing);
    return missing.isEmpty();
  }

  /** The erasure that is in force, if there is one. */
  Optional<ErasureReceipt> inForce() {
    return newest(store, person.participantId())
        .filter(document -> !ErasureMessages.read(document.body()).lifted())
        .map(ErasureReceipt::of);
  }

  /** A participant's newest erasure, in force or not. */
  static Optional<Document> newest(DocumentStore store, String participantId) {
    List<Document> theirs = new ArrayList<>();
    store.scan(Container.ERASURES, participantId, theirs::add);
    return theirs.stream().max(Comparator.comparingLong(Document::time));
  }

  /** Asks the job to refuse and to forget. */
  ErasureReceipt order(Asked asked, Look look) {
    String id = "erasure-" + UUID.randomUUID();
    ErasureReceipt receipt =
        new ErasureReceipt(
            id,
            person.onReceipt(id),
            "ORDERED",
            Instant.now().toString(),
            asked.by(),
            asked.reason(),
            "",
            look.places(),
            look.found(),
            Map.of(),
            List.of(),
            List.of("all of it"),
            List.of(),
            List.of(),
            "",
            "");
    keep(receipt);
    return receipt;
  }

  /** Does all that follows from an order, from wherever it stopped. */
  ErasureReceipt carryOut(ErasureReceipt ordered, Asked asked) throws IOException {
    // Asked before anything is deleted: what names the person is not found afterwards.
    List<String> retrain = where.registryErasure().trainedWith();
    List<String> open = new ArrayList<>();
    List<String> cleared = awaitTheJob(ordered.id(), asked.patience(), open);
    Map<String, Long> removed = new TreeMap<>(ordered.removed());
    Map<String, String> seen = new TreeMap<>();
    Map<String, String> stays = sweep(removed, seen, asked.settle());
    store.scrub();
    stays.forEach((place, what) -> open.add(place + ": " + what));
    ErasureReceipt receipt =
        new ErasureReceipt(
            ordered.id(),
            ordered.person(),
            open.isEmpty() ? "ERASED" : "ORDERED",
            ordered.at(),
            ordered.by(),
            ordered.reason(),
            open.isEmpty() ? Instant.now().toString() : "",
            seen,
            ordered.found(),
            removed,
            cleared,
            open,
            remains(),
            retrain,
            "",
            "");
    keep(receipt);
    return receipt;
  }

  private void keep(ErasureReceipt receipt) {
    store.upsert(
        List.of(
            receipt.document(
                new Erasure(
                    receipt.id(),
                    person.participantId(),
                    Moments.micros(Instant.parse(receipt.at())),
                    false))));
  }

  private List<String> awaitTheJob(String id, Duration patience, List<String> open) {
    List<Cleared.Step> steps = new ArrayList<>(List.of(Cleared.Step.values()));
    if (settings.lake().path().isEmpty()) {
      steps.remove(Cleared.Step.EXAMPLES);
    }
    Answers answers = new Answers(store, signal);
    Duration wait = jobLives() ? patience : Duration.ZERO;
    answers.await(
        wait,
        () ->
            Optional.of(steps)
                .filter(all -> all.stream().allMatch(step -> has(answers, id, step))));
    List<String> cleared = new ArrayList<>();
    for (Cleared.Step step : steps) {
      String name = step.name().toLowerCase(Locale.ROOT);
      if (has(answers, id, step)) {
        cleared.add(name);
      } else {
        open.add(
            "running job, step %s: %s; run the command again once it runs"
                .formatted(
                    name,
                    wait.isZero() ? "the job does not run" : "no answer in " + Moments.span(wait)));
      }
    }
    return cleared;
  }

  private static boolean has(Answers answers, String id, Cleared.Step step) {
    return answers.find("", ErasureDocuments.answerId(id, step)).isPresent();
  }

  private boolean jobLives() {
    long oldest = Moments.micros(Instant.now().minus(ALIVE));
    return store.newest(Container.HEARTBEATS).stream().anyMatch(beat -> beat.time() > oldest);
  }

  /**
   * Empties all places until nothing was found twice in a row, the second time when requests that
   * were under way have come or ended; what stays, by place.
   */
  private Map<String, String> sweep(
      Map<String, Long> removed, Map<String, String> seen, Duration settle) throws IOException {
    Map<String, String> stays = new TreeMap<>();
    int empty = 0;
    for (int sweeps = 0; sweeps < MOST_SWEEPS && empty < 2; sweeps++) {
      if (sweeps > 0 && signal.pause((empty == 0 ? SETTLED : settle).toNanos())) {
        throw new CommandFailed("Stopped; the same command goes on", null);
      }
      long found = 0;
      stays.clear();
      for (ErasurePlace place : places) {
        if (!isThere(place, seen)) {
          continue;
        }
        ErasurePlace.Outcome outcome = place.erase();
        found += outcome.removed();
        if (outcome.removed() > 0) {
          removed.merge(place.name(), outcome.removed(), Long::sum);
        }
        if (!outcome.stays().isEmpty()) {
          stays.put(place.name(), outcome.stays());
        }
      }
      empty = found == 0 ? empty + 1 : 0;
    }
    if (empty < 2) {
      stays.put("store", "something comes again and again; is there a second job?");
    }
    return stays;
  }

  /** What no command reaches. */
  private List<String> remains() {
    List<String> remains = new ArrayList<>();
    remains.add(
        "hub %s: messages of before stay for the hub's retention (at most 1 day on Basic, 7 on Standard, 90 above); the job refuses them"
            .formatted(settings.eventHubs().hub()));
    remains.add(
        "checkpoints in %s, or where a cluster's own settings say: those of before stay until the next ones replace them, every %s; savepoints until you delete them"
            .formatted(
                settings.checkpoints().path(), Moments.span(settings.checkpoints().every())));
    remains.add(
        "audit trail in %s: who saw whom, by the id that stores know, for %s"
            .formatted(settings.feed().audit(), Moments.span(settings.feed().auditKept())));
    if (settings.store().kind() == Settings.Store.Kind.COSMOS) {
      remains.add("backups of Cosmos DB: for the account's retention, 8 hours to 30 days");
    }
    PersonDocuments documents = new PersonDocuments(store, person.participantId(), person.names());
    documents
        .rulesThatName()
        .forEach(
            id ->
                remains.add(
                    "rules %s: they name the person; publish others without and delete that document"
                        .formatted(id)));
    settings
        .participants()
        .file()
        .ifPresent(
            file ->
                remains.add(
                    "participants file %s: take the person out, if they stand there"
                        .formatted(file)));
    remains.add("logs, exports, data-set cards and copies of files that were made elsewhere");
    return remains;
  }
}
