package io.vigil.lake;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A lake as DuckDB sees it, which knows nothing of Vigil. Unlike other readers it takes names that
 * begin with a dot for files too, so it is told how names begin, as docs/lake.md says.
 */
final class Duck {
  private final String files;

  Duck(Path lake) {
    this.files = lake + "/**/[!.]*.parquet";
  }

  /**
   * Asks it.
   *
   * @param sql in which {@code LAKE} stands for the files
   * @return the rows, their values as texts, behind each other with a bar between them
   */
  List<String> rows(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("LAKE", "'" + files + "'"))) {
      int columns = result.getMetaData().getColumnCount();
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB refused " + sql, e);
    }
  }
}
