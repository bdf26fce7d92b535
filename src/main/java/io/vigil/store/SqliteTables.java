package io.vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A SQLite file with tables of somebody's own, beside the store. */
public final class SqliteTables {
  private static final int BUSY_MILLIS = 10_000;

  /**
   * Opens a file, making it and its folders where there are none.
   *
   * @param what the file is called in messages, such as {@code The feed's log}
   * @param tables statements that make what is missing
   * @throws StoreException where that cannot be
   */
  public static Connection open(String what, Path file, List<String> tables) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = NORMAL");
        statement.execute("PRAGMA secure_delete = ON");
        for (String table : tables) {
          statement.execute(table);
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return connection;
    } catch (SQLException | IOException e) {
      throw new StoreException(
          "%s %s cannot be opened (%s); expected a SQLite file of the feed or a place where one can be made"
              .formatted(what, file, e.getMessage()),
          e);
    }
  }

  /**
   * Empties the file of what was written last, where nobody is just reading it: it holds deleted
   * rows too.
   */
  public static void truncateLog(Connection connection) throws SQLException {
    boolean commits = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      connection.setAutoCommit(commits);
    }
  }

  private SqliteTables() {}
}
