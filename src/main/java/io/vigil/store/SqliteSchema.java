package io.vigil.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of a {@link SqliteStore}, also brought up to date where an earlier build made it. */
final class SqliteSchema {

  /** Makes what is missing; what is there stays. */
  static void prepare(Connection connection, int busyMillis) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + busyMillis);
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      // Other processes may be opening the same file.
      statement.execute("BEGIN IMMEDIATE");
      try {
        make(statement);
        statement.execute("COMMIT");
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }

  private static void make(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE IF NOT EXISTS documents (
          container TEXT NOT NULL, id TEXT NOT NULL, participant TEXT NOT NULL,
          day TEXT NOT NULL, time INTEGER NOT NULL, body TEXT NOT NULL,
          revision INTEGER NOT NULL DEFAULT 0, change INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY (container, id)) WITHOUT ROWID
        """);
    if (!hasColumn(statement, "revision")) {
      statement.execute("ALTER TABLE documents ADD COLUMN revision INTEGER NOT NULL DEFAULT 0");
    }
    if (!hasColumn(statement, "change")) {
      statement.execute("ALTER TABLE documents ADD COLUMN change INTEGER NOT NULL DEFAULT 0");
      // Who asks for changes from the beginning must also hear of what was there before.
      statement.execute(
          """
          UPDATE documents SET change = place FROM (
            SELECT container AS its, id AS own,
              ROW_NUMBER() OVER (PARTITION BY container ORDER BY time, id) AS place
            FROM documents)
          WHERE container = its AND id = own
          """);
    }
    statement.execute(
        """
        CREATE INDEX IF NOT EXISTS by_participant
          ON documents (container, participant, time, id)
        """);
    // The highest number of a change that was deleted, so that none comes twice.
    statement.execute(
        "CREATE TABLE IF NOT EXISTS deleted (container TEXT PRIMARY KEY, change INTEGER NOT NULL)");
    statement.execute("CREATE INDEX IF NOT EXISTS by_change ON documents (container, change)");
  }

  private static boolean hasColumn(Statement statement, String name) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT 1 FROM pragma_table_info('documents') WHERE name = '" + name + "'")) {
      return rows.next();
    }
  }

  private SqliteSchema() {}
}
