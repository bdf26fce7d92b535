package io.vigil.feed.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers how far messages have come. Safe for use by several threads. */
public final class DeliveryQuery {
  private static final String FIELDS =
      "SELECT hook, message, alert, type, level, state, queued, attempts, due, settled, answer,"
          + " (SELECT at FROM tried WHERE tried.number = deliveries.number) AS tried"
          + " FROM deliveries ";

  private final LedgerFile file;

  DeliveryQuery(LedgerFile file) {
    this.file = file;
  }

  /** The messages about an alert, of every hook, in the order in which they are sent. */
  public List<DeliveryStatus> ofAlert(String alertId) {
    return file.rows(DeliveryQuery::status, FIELDS + "WHERE alert = ? ORDER BY number", alertId);
  }

  /** The messages of a hook that were given up, oldest first, at most so many. */
  public List<DeliveryStatus> dead(String hook, int most) {
    return file.rows(
        DeliveryQuery::status,
        FIELDS + "WHERE hook = ? AND state = 'DEAD' ORDER BY number LIMIT ?",
        hook,
        most);
  }

  /** How many messages of a hook are in which state; a state without any is 0. */
  public Map<DeliveryState, Integer> counts(String hook) {
    Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
    for (DeliveryState state : DeliveryState.values()) {
      counts.put(state, 0);
    }
    file.rows(
            row -> Map.entry(DeliveryState.valueOf(row.getString(1)), row.getInt(2)),
            "SELECT state, COUNT(*) FROM deliveries WHERE hook = ? GROUP BY state",
            hook)
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  private static DeliveryStatus status(ResultSet row) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    long settled = row.getLong("settled");
    long tried = row.getLong("tried");
    boolean wasTried = !row.wasNull();
    return new DeliveryStatus(
        row.getString("hook"),
        row.getString("message"),
        row.getString("alert"),
        row.getString("type"),
        row.getInt("level"),
        state,
        Instant.ofEpochMilli(row.getLong("queued")),
        row.getInt("attempts"),
        wasTried ? Optional.of(Instant.ofEpochMilli(tried)) : Optional.empty(),
        state == DeliveryState.QUEUED
            ? Optional.of(Instant.ofEpochMilli(row.getLong("due")))
            : Optional.empty(),
        state == DeliveryState.QUEUED
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(settled)),
        row.getString("answer"));
  }
}
