package io.vigil.feed.hook;

import io.vigil.alert.AlertKey;
import io.vigil.store.SoleUse;
import io.vigil.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What hooks have been told and have still to be told, kept so that a break loses nothing: how far
 * the feed's log is read, and every message until some time after it was settled. Safe for use by
 * several threads, and by a command beside the feed. Moments are milliseconds since the epoch.
 */
public final class HookLedger implements AutoCloseable {
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS deliveries (
            number INTEGER PRIMARY KEY AUTOINCREMENT, hook TEXT NOT NULL, message TEXT NOT NULL,
            alert TEXT NOT NULL, type TEXT NOT NULL, level INTEGER NOT NULL, body TEXT NOT NULL,
            state TEXT NOT NULL, queued INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            due INTEGER NOT NULL, settled INTEGER, answer TEXT NOT NULL DEFAULT '',
            UNIQUE (hook, message))
          """,
          "CREATE INDEX IF NOT EXISTS by_state ON deliveries (hook, state, due)",
          "CREATE INDEX IF NOT EXISTS by_alert ON deliveries (alert, hook, number)",
          """
          CREATE TABLE IF NOT EXISTS called (
            hook TEXT NOT NULL, alert TEXT NOT NULL, level INTEGER NOT NULL,
            at INTEGER NOT NULL, PRIMARY KEY (hook, alert, level))
          """,
          // Beside the deliveries, since ledgers of before this was kept are still read.
          "CREATE TABLE IF NOT EXISTS tried (number INTEGER PRIMARY KEY, at INTEGER NOT NULL)",
          // The one place up to which the log is read, for all hooks.
          "CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY, number INTEGER NOT NULL, key TEXT NOT NULL)",
          """
          CREATE TABLE IF NOT EXISTS hooks (
            name TEXT PRIMARY KEY, quiet INTEGER NOT NULL DEFAULT 0, gone TEXT NOT NULL DEFAULT '')
          """);

  /** The key of a place whose event was erased: the number alone says where it is. */
  static final String ERASED = "erased";

  private final LedgerFile file;
  private final SoleUse use;

  private HookLedger(LedgerFile file, SoleUse use) {
    this.file = file;
    this.use = use;
  }

  /**
   * Opens the ledger, making it where there is none.
   *
   * @throws StoreException where that cannot be
   */
  public static HookLedger open(Path file) {
    return new HookLedger(LedgerFile.open(file, TABLES), null);
  }

  /**
   * Opens the ledger for the one feed that tells hooks by it: two would tell everything twice.
   *
   * @throws StoreException where that cannot be, or another feed tells by it
   */
  public static HookLedger openToTell(Path file) {
    SoleUse use = SoleUse.of("The hooks' ledger", file);
    try {
      return new HookLedger(LedgerFile.open(file, TABLES), use);
    } catch (StoreException e) {
      use.close();
      throw e;
    }
  }

  /** Reads what it holds, for people. */
  public DeliveryQuery query() {
    return new DeliveryQuery(file);
  }

  /**
   * Queues a dead message again, from its first attempt on, and tries the hook again even where it
   * was disabled; answers whether there was such a message.
   */
  public boolean resend(String hook, String messageId, long now) {
    boolean queued =
        file.change(
                "UPDATE deliveries SET state = 'QUEUED', attempts = 0, queued = ?, due = ?,"
                    + " settled = NULL WHERE hook = ? AND message = ? AND state = 'DEAD'",
                now,
                now,
                hook,
                messageId)
            > 0;
    if (queued) {
      file.change("UPDATE hooks SET gone = '', quiet = 0 WHERE name = ?", hook);
    }
    return queued;
  }

  /** How many messages about a participant's alerts it holds. */
  public int count(String participantId) {
    return alertsOf(participantId).stream()
        .mapToInt(
            alert ->
                file.rows(
                        row -> row.getInt(1),
                        "SELECT COUNT(*) FROM deliveries WHERE alert = ?",
                        alert)
                    .get(0))
        .sum();
  }

  /** Forgets a participant's alerts: what was told of them, and what was still to be. */
  public int erase(String participantId) {
    int erased = 0;
    for (String alert : alertsOf(participantId)) {
      erased += file.change("DELETE FROM deliveries WHERE alert = ?", alert);
      file.change("DELETE FROM called WHERE alert = ?", alert);
      file.change(
          "UPDATE place SET key = ? WHERE SUBSTR(key, 1, LENGTH(?)) = ?", ERASED, alert, alert);
    }
    file.change("DELETE FROM tried WHERE number NOT IN (SELECT number FROM deliveries)");
    file.truncateLog();
    return erased;
  }

  private Set<String> alertsOf(String participantId) {
    Set<String> alerts = new TreeSet<>();
    alerts.addAll(file.rows(row -> row.getString(1), "SELECT DISTINCT alert FROM deliveries"));
    alerts.addAll(file.rows(row -> row.getString(1), "SELECT DISTINCT alert FROM called"));
    alerts.removeIf(
        alert ->
            AlertKey.of(alert).filter(key -> key.participantId().equals(participantId)).isEmpty());
    return alerts;
  }

  @Override
  public void close() {
    try (use) {
      file.close();
    }
  }

  /** Does something whole or not at all. */
  void whole(Runnable work) {
    file.whole(work);
  }

  /**
   * An event of the log.
   *
   * @param number its place there
   * @param key what makes it this one
   */
  record Place(long number, String key) {}

  /** Up to which event the log is read, if it ever was. */
  Optional<Place> place() {
    return file
        .rows(row -> new Place(row.getLong(1), row.getString(2)), "SELECT number, key FROM place")
        .stream()
        .findFirst();
  }

  void place(Place place) {
    file.change("INSERT OR REPLACE INTO place VALUES (1, ?, ?)", place.number(), place.key());
  }

  /** Queues a message, unless the hook has it already; where the log is read anew, in its order. */
  void queue(String hook, String alert, int level, Message message, long now) {
    file.change(
        "INSERT INTO deliveries (hook, message, alert, type, level, body, state, queued, due)"
            + " VALUES (?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?) ON CONFLICT (hook, message) DO UPDATE"
            + " SET state = 'QUEUED', settled = NULL WHERE state = 'DROPPED' AND attempts = 0",
        hook,
        message.id(),
        alert,
        message.type(),
        level,
        message.body(),
        now,
        now);
  }

  /** Remembers that a level calls, and answers whether it had not yet. */
  boolean calls(String hook, String alert, int level, long now) {
    return file.change(
            "INSERT INTO called VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            hook,
            alert,
            level,
            now)
        > 0;
  }

  /** Lets all levels of an alert call again. */
  void startOver(String alert) {
    file.change("DELETE FROM called WHERE alert = ?", alert);
  }

  /** Whether a hook may know of an alert: a message of it was, or is to be, sent. */
  boolean told(String hook, String alert) {
    return !file.rows(
            row -> 1,
            "SELECT 1 FROM deliveries WHERE alert = ? AND hook = ?"
                + " AND NOT (state = 'DROPPED' AND attempts = 0) LIMIT 1",
            alert,
            hook)
        .isEmpty();
  }

  /** Drops calls that have not arrived, as nobody need come any more. */
  void dropCalls(String alert, String why, long now) {
    file.change(
        "UPDATE deliveries SET state = 'DROPPED', settled = ?, answer = ?"
            + " WHERE alert = ? AND state = 'QUEUED' AND type = ?",
        now,
        why,
        alert,
        Happening.ESCALATED.title());
  }

  /**
   * Lets what waits for an alert be tried at once: news of it are not to wait behind a long wait.
   */
  void hurry(String hook, String alert, long now) {
    file.change(
        "UPDATE deliveries SET due = ? WHERE hook = ? AND alert = ? AND state = 'QUEUED' AND due > ?",
        now,
        hook,
        alert,
        now);
  }

  /** What is due, at most one message of each alert: its oldest. */
  List<Delivery> due(String hook, long now, int most) {
    return file.rows(
        row ->
            new Delivery(
                row.getLong(1),
                row.getString(2),
                new Message(row.getString(3), row.getString(4), row.getString(5)),
                row.getInt(6),
                row.getLong(7)),
        """
        SELECT number, alert, message, type, body, attempts, queued FROM deliveries d
        WHERE hook = ? AND state = 'QUEUED' AND due <= ? AND NOT EXISTS (
          SELECT 1 FROM deliveries e
          WHERE e.alert = d.alert AND e.hook = d.hook AND e.state = 'QUEUED' AND e.number < d.number)
        ORDER BY number LIMIT ?
        """,
        hook,
        now,
        most);
  }

  /** Counts an attempt before it is made; answers whether the message is still to be sent. */
  boolean begin(Delivery delivery, long now) {
    boolean begun =
        file.change(
                "UPDATE deliveries SET attempts = attempts + 1 WHERE number = ? AND state = 'QUEUED'",
                delivery.number())
            > 0;
    if (begun) {
      file.change("INSERT OR REPLACE INTO tried VALUES (?, ?)", delivery.number(), now);
    }
    return begun;
  }

  /** It has arrived, even if it was dropped meanwhile. */
  void delivered(Delivery delivery, String answer, long now) {
    file.change(
        "UPDATE deliveries SET state = 'DELIVERED', settled = ?, answer = ? WHERE number = ?",
        now,
        answer,
        delivery.number());
  }

  void retry(Delivery delivery, String answer, long due) {
    file.change(
        "UPDATE deliveries SET due = ?, answer = ? WHERE number = ? AND state = 'QUEUED'",
        due,
        answer,
        delivery.number());
  }

  void dead(Delivery delivery, String answer, long now) {
    file.change(
        "UPDATE deliveries SET state = 'DEAD', settled = ?, answer = ?"
            + " WHERE number = ? AND state = 'QUEUED'",
        now,
        answer,
        delivery.number());
  }

  /** Leaves a hook alone until a moment. */
  void quiet(String hook, long until) {
    file.change(
        "INSERT INTO hooks (name, quiet) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET quiet = MAX(quiet, excluded.quiet)",
        hook,
        until);
  }

  /** Until when a hook is to be left alone. */
  long quietUntil(String hook) {
    return file.rows(row -> row.getLong(1), "SELECT quiet FROM hooks WHERE name = ?", hook).stream()
        .findFirst()
        .orElse(0L);
  }

  /** Remembers that nothing is received any more at a target, known by its mark. */
  void gone(String hook, String mark) {
    file.change(
        "INSERT INTO hooks (name, gone) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET gone = excluded.gone",
        hook,
        mark);
  }

  /** Whether nothing is received any more at the target of that mark. */
  boolean isGone(String hook, String mark) {
    return !file.rows(row -> 1, "SELECT 1 FROM hooks WHERE name = ? AND gone = ?", hook, mark)
        .isEmpty();
  }

  /** Gives up all that waits for a hook. */
  void giveUp(String hook, String why, long now) {
    file.change(
        "UPDATE deliveries SET state = 'DEAD', settled = ?, answer = ?"
            + " WHERE hook = ? AND state = 'QUEUED'",
        now,
        why,
        hook);
  }

  /** Forgets what was settled before a moment; what waits stays. */
  void forget(long before) {
    file.change("DELETE FROM deliveries WHERE state <> 'QUEUED' AND settled < ?", before);
    file.change("DELETE FROM called WHERE at < ?", before);
    file.change("DELETE FROM tried WHERE number NOT IN (SELECT number FROM deliveries)");
  }
}
