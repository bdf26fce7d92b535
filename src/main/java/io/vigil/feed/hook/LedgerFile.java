package io.vigil.feed.hook;

import io.vigil.store.SqliteTables;
import io.vigil.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQLite file that a {@link HookLedger} is kept in. Safe for use by several threads. */
final class LedgerFile implements AutoCloseable {

  private final Path file;
  private final Connection connection;

  private LedgerFile(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Opens the file, making it where there is none.
   *
   * @param tables statements that make what is missing
   * @throws StoreException where that cannot be
   */
  static LedgerFile open(Path file, List<String> tables) {
    return new LedgerFile(file, SqliteTables.open("The hooks' ledger", file, tables));
  }

  /** Changes rows, and answers with how many. */
  synchronized int change(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed("written", e);
    }
  }

  /** Reads rows. */
  synchronized <T> List<T> rows(Row<T> row, String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet found = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row.read(found));
      }
      return rows;
    } catch (SQLException e) {
      throw failed("read", e);
    }
  }

  /** Does something whole or not at all; no other process writes meanwhile. */
  synchronized void whole(Runnable work) {
    change("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      change("COMMIT");
      done = true;
    } finally {
      if (!done) {
        change("ROLLBACK");
      }
    }
  }

  /** Empties the file of what was written last. */
  synchronized void truncateLog() {
    try {
      SqliteTables.truncateLog(connection);
    } catch (SQLException e) {
      throw failed("cleared of what was deleted", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("closed", e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private StoreException failed(String what, SQLException cause) {
    return new StoreException(
        "The hooks' ledger %s could not be %s: %s".formatted(file, what, cause.getMessage()),
        cause);
  }
}
