package io.vigil.feed.log;

import io.vigil.feed.log.FeedEvent.Kind;
import io.vigil.store.SoleUse;
import io.vigil.store.SqliteTables;
import io.vigil.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of what was told: events with numbers that only rise, and how far the store's changes are
 * read, kept together, so that after a break each event is told exactly once. One SQLite file, of
 * one store and for one process at a time; safe for use by several threads.
 */
public final class FeedLog implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS events (
            number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
            participant TEXT NOT NULL, time INTEGER NOT NULL, body TEXT NOT NULL)
          """,
          "CREATE TABLE IF NOT EXISTS places (name TEXT PRIMARY KEY, continuation TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS store (one INTEGER PRIMARY KEY, name TEXT NOT NULL)");
  private static final String WHAT = "The feed's log";

  private final Path file;
  private final SoleUse use;
  private final Connection connection;

  private FeedLog(Path file, SoleUse use, Connection connection) {
    this.file = file;
    this.use = use;
    this.connection = connection;
  }

  /**
   * Opens the log, making it where there is none.
   *
   * @throws StoreException where that cannot be, or another feed has it
   */
  public static FeedLog open(Path file) {
    SoleUse use = SoleUse.of(WHAT, file);
    try {
      Connection connection = SqliteTables.open(WHAT, file, TABLES);
      connection.setAutoCommit(false);
      return new FeedLog(file, use, connection);
    } catch (SQLException e) {
      use.close();
      throw new StoreException("The feed's log %s cannot be used".formatted(file), e);
    } catch (StoreException e) {
      use.close();
      throw e;
    }
  }

  /**
   * Says whose changes are logged: how far they are read means nothing for another store.
   *
   * @param store its name
   * @throws StoreException where those of another were logged before
   */
  public synchronized void belongTo(String store) {
    try (PreparedStatement name =
        connection.prepareStatement(
            "INSERT INTO store VALUES (1, ?)"
                + " ON CONFLICT (one) DO UPDATE SET name = name RETURNING name")) {
      name.setString(1, store);
      try (ResultSet row = name.executeQuery()) {
        String known = row.next() ? row.getString(1) : "";
        if (!known.equals(store)) {
          throw new StoreException(
              "The feed's log %s belongs to %s, expected one of %s; the feed does not start, because it would miss alerts: give it another log, or the settings of that store"
                  .formatted(file, known, store),
              null);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      undo();
      throw failed("written", e);
    }
  }

  /**
   * Logs events, and how far what they come from is read.
   *
   * @param name of the place that is read
   * @param continuation where to go on
   * @return those that were new, with their numbers
   */
  public synchronized List<FeedEvent> append(
      List<FeedEvent> events, String name, String continuation) {
    try {
      List<FeedEvent> logged = new ArrayList<>();
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO events (kind, key, participant, time, body) VALUES (?, ?, ?, ?, ?)"
                  + " ON CONFLICT (key) DO NOTHING RETURNING number")) {
        for (FeedEvent event : events) {
          insert.setString(1, event.kind().name());
          insert.setString(2, event.key());
          insert.setString(3, event.participantId());
          insert.setLong(4, event.time());
          insert.setString(5, event.body());
          try (ResultSet row = insert.executeQuery()) {
            if (row.next()) {
              logged.add(event.numbered(row.getLong(1)));
            }
          }
        }
      }
      try (PreparedStatement place =
          connection.prepareStatement(
              "INSERT INTO places VALUES (?, ?)"
                  + " ON CONFLICT (name) DO UPDATE SET continuation = excluded.continuation")) {
        place.setString(1, name);
        place.setString(2, continuation);
        place.executeUpdate();
      }
      connection.commit();
      return logged;
    } catch (SQLException e) {
      undo();
      throw failed("written", e);
    }
  }

  /** How far a place is read; the empty string before the first time. */
  public synchronized String continuation(String name) {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT continuation FROM places WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  /** The events after a number, in order, at most so many. */
  public synchronized List<FeedEvent> after(long number, int most) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT number, kind, key, participant, time, body FROM events"
                + " WHERE number > ? ORDER BY number LIMIT ?")) {
      query.setLong(1, number);
      query.setInt(2, most);
      return events(query);
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  /** The newest transition, if there is any. */
  public synchronized Optional<FeedEvent> lastTransition() {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT number, kind, key, participant, time, body FROM events"
                + " WHERE kind = ? ORDER BY number DESC LIMIT 1")) {
      query.setString(1, Kind.TRANSITION.name());
      return events(query).stream().findFirst();
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  /** The number of the newest event, also where that is forgotten; 0 where there was none. */
  public synchronized long newest() {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT seq FROM sqlite_sequence WHERE name = 'events'")) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  /**
   * Forgets what is overtaken: activities and heartbeats up to a number. Transitions stay, because
   * their keys are what keeps them from being told again.
   */
  public synchronized void forget(long upTo) {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM events WHERE number <= ? AND kind <> ?")) {
      delete.setLong(1, upTo);
      delete.setString(2, Kind.TRANSITION.name());
      delete.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      undo();
      throw failed("written", e);
    }
  }

  /** Forgets all events of a participant, to the last byte. */
  public synchronized void erase(String participantId) {
    try {
      erase(connection, participantId);
    } catch (SQLException e) {
      undo();
      throw failed("written", e);
    }
  }

  /**
   * The same for whoever has not opened the log, also while a feed has.
   *
   * @return how many events there were
   */
  public static int eraseIn(Path file, String participantId) {
    try (Connection connection = SqliteTables.open(WHAT, file, TABLES)) {
      connection.setAutoCommit(false);
      return erase(connection, participantId);
    } catch (SQLException e) {
      throw new StoreException("The feed's log %s cannot be written".formatted(file), e);
    }
  }

  /** How many events of a participant a log holds. */
  public static int countIn(Path file, String participantId) {
    try (Connection connection = SqliteTables.open(WHAT, file, TABLES);
        PreparedStatement count =
            connection.prepareStatement("SELECT COUNT(*) FROM events WHERE participant = ?")) {
      count.setString(1, participantId);
      try (ResultSet row = count.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new StoreException("The feed's log %s cannot be read".formatted(file), e);
    }
  }

  private static int erase(Connection connection, String participantId) throws SQLException {
    int erased;
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM events WHERE participant = ?")) {
      delete.setString(1, participantId);
      erased = delete.executeUpdate();
    }
    connection.commit();
    SqliteTables.truncateLog(connection);
    return erased;
  }

  @Override
  public synchronized void close() {
    try (use) {
      connection.close();
    } catch (SQLException e) {
      throw failed("closed", e);
    }
  }

  private static List<FeedEvent> events(PreparedStatement query) throws SQLException {
    List<FeedEvent> events = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        events.add(
            new FeedEvent(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6)));
      }
    }
    return events;
  }

  private void undo() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw failed("rolled back", e);
    }
  }

  private StoreException failed(String what, SQLException cause) {
    return new StoreException(
        "The feed's log %s could not be %s: %s".formatted(file, what, cause.getMessage()), cause);
  }
}
