package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
  @TempDir Path folder;

  @Test
  void writingADocumentAgainLeavesOneAndTheLatestForm() {
    try (SqliteStore store = SqliteStore.open(folder.resolve("a/b/vigil.db"))) {
      store.upsert(List.of(document("p1", 1, "old"), document("p2", 1, "other")));
      store.upsert(List.of(document("p1", 1, "new")));

      assertThat(bodies(store)).containsExactly("new", "other");
      assertThat(store.count(Container.ACTIVITIES)).isEqualTo(2);
      assertThat(store.count(Container.PREDICTIONS)).isZero();
    }
  }

  @Test
  void readsAParticipantsDayInOrderOfTime() {
    try (SqliteStore store = SqliteStore.open(folder.resolve("vigil.db"))) {
      store.upsert(List.of(document("p1", 7, "b"), document("p2", 1, "x"), document("p1", 3, "a")));

      assertThat(store.read(Container.ACTIVITIES, "p1", "2026-01-01"))
          .extracting(Document::body)
          .containsExactly("a", "b");
      assertThat(store.read(Container.ACTIVITIES, "p1", "2026-01-02")).isEmpty();
    }
  }

  @Test
  void severalWritersTakeTurns() throws Exception {
    Path file = folder.resolve("vigil.db");
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> ends = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      String participant = "p" + w;
      ends.add(
          writers.submit(
              () -> {
                try (SqliteStore store = SqliteStore.open(file)) {
                  for (int i = 0; i < 50; i++) {
                    store.upsert(List.of(document(participant, i, "body")));
                  }
                }
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    writers.shutdown();

    try (SqliteStore store = SqliteStore.open(file)) {
      assertThat(store.count(Container.ACTIVITIES)).isEqualTo(200);
    }
  }

  /** Seen red with: the columns added and the rows that were there left at change 0. */
  @Test
  void opensAFileOfABuildBeforeRevisionsAndChanges() throws Exception {
    Path file = folder.resolve("before.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE documents (container TEXT NOT NULL, id TEXT NOT NULL,
            participant TEXT NOT NULL, day TEXT NOT NULL, time INTEGER NOT NULL,
            body TEXT NOT NULL, PRIMARY KEY (container, id)) WITHOUT ROWID
          """);
      statement.execute(
          """
          INSERT INTO documents VALUES ('activities', 'b', 'p1', '2026-01-01', 2, 'second'),
            ('activities', 'a', 'p1', '2026-01-01', 1, 'first'),
            ('predictions', 'c', 'p1', '2026-01-01', 1, 'other')
          """);
    }
    try (SqliteStore store = SqliteStore.open(file)) {
      store.upsert(List.of(document("p1", 3, "third")));
      DocumentStore.Changes changes = store.changes(Container.ACTIVITIES, "", 10);
      assertThat(changes.documents())
          .extracting(Document::body)
          .containsExactly("first", "second", "third");
      assertThat(changes.documents()).extracting(Document::revision).containsOnly(0L);
    }
    SqliteStore.open(file).close();
  }

  @Test
  void saysWhichContinuationIsNotItsOwn() {
    try (SqliteStore store = SqliteStore.open(folder.resolve("vigil.db"))) {
      assertThatThrownBy(() -> store.changes(Container.ACTIVITIES, "of another", 10))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("'of another'");
    }
  }

  @Test
  void saysWhichFileIsNoStore() throws Exception {
    Path file = folder.resolve("not.db");
    Files.writeString(file, "This is a text of more than a hundred bytes.".repeat(5));

    assertThatThrownBy(() -> SqliteStore.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("expected a SQLite file");
  }

  private static List<String> bodies(SqliteStore store) {
    List<String> bodies = new ArrayList<>();
    store.scan(Container.ACTIVITIES, document -> bodies.add(document.body()));
    return bodies;
  }

  private static Document document(String participant, long time, String body) {
    return new Document(
        Container.ACTIVITIES, participant + "_" + time, participant, "2026-01-01", time, body);
  }
}
