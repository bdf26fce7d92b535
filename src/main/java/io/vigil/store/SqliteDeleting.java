package io.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Takes documents out of a {@link SqliteStore}. The numbers of changes must not go back by it: who
 * follows them would miss what gets a number for the second time.
 */
final class SqliteDeleting {

  static long delete(Connection connection, List<Document> documents) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        long deleted = deleteEach(connection, documents);
        statement.execute("COMMIT");
        return deleted;
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }

  private static long deleteEach(Connection connection, List<Document> documents)
      throws SQLException {
    long deleted = 0;
    try (PreparedStatement remember =
            connection.prepareStatement(
                """
                INSERT INTO deleted SELECT container, change FROM documents
                WHERE container = ? AND id = ?
                ON CONFLICT (container) DO UPDATE SET change = MAX(change, excluded.change)
                """);
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM documents WHERE container = ? AND id = ?")) {
      for (Document document : documents) {
        remember.setString(1, document.container().title());
        remember.setString(2, document.id());
        remember.executeUpdate();
        delete.setString(1, document.container().title());
        delete.setString(2, document.id());
        deleted += delete.executeUpdate();
      }
    }
    return deleted;
  }

  /** Writes the file anew and empties its log: until then both hold the bytes of deleted rows. */
  static void scrub(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
      // A reader that is just at work keeps the log from being emptied.
      for (int attempts = 0; attempts < 5; attempts++) {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
          if (row.next() && row.getInt(1) == 0) {
            return;
          }
        }
      }
      throw new SQLException(
          "others read it all the time, so that its log could not be emptied; try again");
    }
  }

  private SqliteDeleting() {}
}
