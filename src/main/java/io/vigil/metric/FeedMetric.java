package io.vigil.metric;

import static io.vigil.metric.Kind.COUNTER;
import static io.vigil.metric.Kind.GAUGE;
import static io.vigil.metric.Kind.HISTOGRAM;

import java.util.List;

/** What the feed counts. Names are a contract: dashboards and alert rules are made of them. */
public enum FeedMetric implements Named {
  HEARTBEAT_AGE(
      "heartbeat_age_seconds",
      GAUGE,
      "seconds",
      "How old the job's newest heartbeat is; +Inf while there was none."),
  NEWEST_SAMPLE_AGE(
      "newest_sample_age_seconds",
      GAUGE,
      "seconds",
      "How old the newest sample of anybody is, by that heartbeat; +Inf while there was none."),
  STORE_READ_AGE(
      "store_read_age_seconds",
      GAUGE,
      "seconds",
      "How long ago the store's changes were last read to their end; +Inf before the first time.",
      "container"),
  STREAM_CLIENTS("stream_clients", GAUGE, "browsers", "Those that listen to the stream."),
  ALERTS_ACTIVE(
      "alerts_active", GAUGE, "alerts", "Alerts whose cause goes on.", "severity", "acknowledged"),
  OLDEST_UNACKNOWLEDGED(
      "oldest_unacknowledged_alert_age_seconds",
      GAUGE,
      "seconds",
      "How long the oldest active alert about a person, and not about technology, waits for an answer; 0 where none does."),
  HOOK_ANSWERS(
      "hook_answers_total",
      COUNTER,
      "messages",
      "Messages sent to a hook, by what came of it: DELIVERED, RETRY, DEAD or GONE.",
      "hook",
      "verdict"),
  HOOK_MESSAGES(
      "hook_messages",
      GAUGE,
      "messages",
      "Messages of a hook that wait (QUEUED), and of the last month those that arrived or were given up (DEAD).",
      "hook",
      "state"),
  SIGN_INS_REFUSED(
      "sign_ins_refused_total",
      COUNTER,
      "requests",
      "Requests of somebody whom the feed did not know or let in: answered 401 or 403.",
      "status"),
  AUDIT_WRITTEN("audit_entries_written_total", COUNTER, "entries", "Entries of the audit trail."),
  AUDIT_UNWRITTEN(
      "audit_entries_unwritten_total",
      COUNTER,
      "entries",
      "Entries of the audit trail that could not be written and are lost."),
  REQUESTS(
      "request_seconds",
      HISTOGRAM,
      "seconds",
      "How long requests took, the stream apart.",
      "route",
      "status");

  private final Described described;

  FeedMetric(String title, Kind kind, String unit, String comment, String... labels) {
    this.described = new Described("vigil_feed_" + title, kind, unit, List.of(labels), comment);
  }

  @Override
  public Described described() {
    return described;
  }
}
