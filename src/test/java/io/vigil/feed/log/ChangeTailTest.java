package io.vigil.feed.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feed.kit.Waiting;
import io.vigil.feed.log.ChangeTail.Followed;
import io.vigil.feed.log.FeedEvent.Kind;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.Forms;
import io.vigil.store.SqliteStore;
import io.vigil.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTailTest {
  @TempDir Path folder;

  private final AtomicBoolean broken = new AtomicBoolean(true);
  private final List<FeedEvent> told = new CopyOnWriteArrayList<>();

  /** Seen red with: a thread that ends with the first fault. */
  @Test
  void aStoreThatDoesNotAnswerIsAskedUntilItDoes() {
    Document first = Forms.activity("p1", Forms.NINE, 1);
    try (SqliteStore store = SqliteStore.open(file());
        FeedLog log = FeedLog.open(folder.resolve("feed.db"));
        ChangeTail tail = start(log, new WholeDocumentEvents(Kind.ACTIVITY))) {
      store.upsert(List.of(first));
      Waiting.until("the fault is known", () -> !tail.state().sound());
      assertThat(tail.state().fault()).isEqualTo("The store is away");
      assertThat(tail.state().lastRead()).isNull();
      broken.set(false);
      Waiting.until("the document is told", () -> told.size() == 1);
      Waiting.until("all is well", () -> tail.state().sound() && tail.state().lastRead() != null);
      assertThat(told.get(0).body()).isEqualTo(first.body());
    }
  }

  /** Seen red with: the fault of one document taken for one of the store. */
  @Test
  void aDocumentThatMakesNoSenseKeepsNobodyFromBeingTold() {
    broken.set(false);
    try (SqliteStore store = SqliteStore.open(file());
        FeedLog log = FeedLog.open(folder.resolve("feed.db"));
        ChangeTail tail =
            start(
                log,
                document -> {
                  if (document.participantId().equals("odd")) {
                    throw new IllegalArgumentException("Document of odd makes no sense");
                  }
                  return new WholeDocumentEvents(Kind.ACTIVITY).of(document);
                })) {
      store.upsert(List.of(Forms.activity("odd", Forms.NINE, 1)));
      store.upsert(List.of(Forms.activity("p2", Forms.NINE, 1)));
      Waiting.until("the other is told", () -> told.size() == 1);
      assertThat(told.get(0).participantId()).isEqualTo("p2");
      assertThat(tail.state().sound()).isTrue();
    }
  }

  private ChangeTail start(FeedLog log, Events events) {
    Journal journal = new Journal(log);
    journal.listen(told::addAll);
    return ChangeTail.start(
        new Followed(
            Container.ACTIVITIES, events, store -> {}, documents -> {}, Duration.ofMillis(20)),
        this::store,
        journal,
        InstantSource.system());
  }

  private DocumentStore store() {
    if (broken.get()) {
      throw new StoreException("The store is away", null);
    }
    return SqliteStore.open(file());
  }

  private Path file() {
    return folder.resolve("vigil.db");
  }
}
