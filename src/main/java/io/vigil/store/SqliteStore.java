package io.vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The embedded store: one SQLite file, write-ahead logged, so that the job writes while others
 * read. Each writer has a connection of its own and waits for its turn.
 */
public final class SqliteStore implements DocumentStore {
  private static final int BUSY_MILLIS = 30_000;
  private static final String COLUMNS = "id, participant, day, time, revision, body";

  // SQLite lets one writer in at a time and makes the others sleep and try again: within a process,
  // a lock for each file is quicker, and fair. The map grows by a small entry for each file opened.
  private static final Map<Path, ReentrantLock> WRITING = new ConcurrentHashMap<>();

  private final Path file;
  private final Connection connection;
  private final ReentrantLock writing;

  private SqliteStore(Path file, Connection connection, ReentrantLock writing) {
    this.file = file;
    this.connection = connection;
    this.writing = writing;
  }

  /**
   * Opens the store, making file and folders where there are none.
   *
   * @throws StoreException where the file cannot be opened or is no such store
   */
  public static SqliteStore open(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      ReentrantLock writing =
          WRITING.computeIfAbsent(
              file.toAbsolutePath().normalize(), unused -> new ReentrantLock(true));
      writing.lock();
      try {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
          SqliteSchema.prepare(connection, BUSY_MILLIS);
        } catch (SQLException e) {
          connection.close();
          throw e;
        }
        return new SqliteStore(file, connection, writing);
      } finally {
        writing.unlock();
      }
    } catch (SQLException | IOException e) {
      throw new StoreException(
          "The store %s cannot be opened (%s); expected a SQLite file of Vigil's or a place where one can be made"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  @Override
  public void upsert(List<Document> documents) {
    if (documents.isEmpty()) {
      return;
    }
    writing.lock();
    try {
      try (Statement begin = connection.createStatement()) {
        begin.execute("BEGIN IMMEDIATE");
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              INSERT INTO documents (container, id, participant, day, time, body, revision, change)
              VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
                (SELECT MAX(COALESCE(MAX(change), 0),
                   COALESCE((SELECT change FROM deleted WHERE container = ?1), 0)) + 1
                 FROM documents WHERE container = ?1))
              ON CONFLICT (container, id) DO UPDATE SET participant = excluded.participant,
                day = excluded.day, time = excluded.time, body = excluded.body,
                revision = excluded.revision, change = excluded.change
              WHERE excluded.revision = 0 OR excluded.revision > documents.revision
              """)) {
        for (Document document : documents) {
          insert.setString(1, document.container().title());
          insert.setString(2, document.id());
          insert.setString(3, document.participantId());
          insert.setString(4, document.day());
          insert.setLong(5, document.time());
          insert.setString(6, document.body());
          insert.setLong(7, document.revision());
          insert.addBatch();
        }
        insert.executeBatch();
        end("COMMIT");
      } catch (SQLException e) {
        end("ROLLBACK");
        throw e;
      }
    } catch (SQLException e) {
      throw failed("written", e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void scan(Container container, Consumer<Document> consumer) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM documents WHERE container = ? ORDER BY participant, time, id")) {
      query.setString(1, container.title());
      handOn(container, query, consumer);
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  private static void handOn(
      Container container, PreparedStatement query, Consumer<Document> consumer)
      throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        consumer.accept(document(container, rows));
      }
    }
  }

  @Override
  public List<Document> read(Container container, String participantId, String day) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM documents WHERE container = ? AND participant = ? AND day = ? ORDER BY time, id")) {
      query.setString(1, container.title());
      query.setString(2, participantId);
      query.setString(3, day);
      return all(container, query);
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public Optional<Document> find(Container container, String participantId, String day, String id) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM documents WHERE container = ? AND id = ?")) {
      query.setString(1, container.title());
      query.setString(2, id);
      return all(container, query).stream().findFirst();
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public Changes changes(Container container, String continuation, int most) {
    long last = place(continuation);
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + ", change FROM documents WHERE container = ? AND change > ? ORDER BY change LIMIT ?")) {
      query.setString(1, container.title());
      query.setLong(2, last);
      query.setInt(3, most);
      List<Document> changed = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          changed.add(document(container, rows));
          last = rows.getLong("change");
        }
      }
      return new Changes(changed, Long.toString(last), changed.size() == most);
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public List<Document> newest(Container container) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, participant, day, MAX(time), revision, body FROM documents"
                + " WHERE container = ? GROUP BY participant ORDER BY participant")) {
      query.setString(1, container.title());
      return all(container, query);
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public long count(Container container) {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT COUNT(*) FROM documents WHERE container = ?")) {
      query.setString(1, container.title());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public void scan(Container container, String participantId, Consumer<Document> consumer) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM documents WHERE container = ? AND participant = ? ORDER BY time, id")) {
      query.setString(1, container.title());
      query.setString(2, participantId);
      handOn(container, query, consumer);
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  @Override
  public long delete(List<Document> documents) {
    writing.lock();
    try {
      return SqliteDeleting.delete(connection, documents);
    } catch (SQLException e) {
      throw failed("written", e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void scrub() {
    writing.lock();
    try {
      SqliteDeleting.scrub(connection);
    } catch (SQLException e) {
      throw failed("cleared of what was deleted", e);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("closed", e);
    }
  }

  private static List<Document> all(Container container, PreparedStatement query)
      throws SQLException {
    List<Document> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(document(container, rows));
      }
    }
    return found;
  }

  private static Document document(Container container, ResultSet row) throws SQLException {
    return new Document(
        container,
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        row.getString(6));
  }

  private long place(String continuation) {
    try {
      return continuation.isEmpty() ? 0 : Long.parseLong(continuation);
    } catch (NumberFormatException e) {
      throw new StoreException(
          "The store %s cannot go on from '%s': expected what it gave as continuation before"
              .formatted(file, continuation),
          e);
    }
  }

  private void end(String how) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(how);
    }
  }

  private StoreException failed(String what, SQLException cause) {
    return new StoreException(
        "The store %s could not be %s: %s".formatted(file, what, cause.getMessage()), cause);
  }
}
