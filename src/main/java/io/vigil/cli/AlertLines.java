package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import io.vigil.alert.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Alerts on the terminal: those that are open, and what happened to them. */
final class AlertLines {
  private static final String ROW = "  %-10s %-10s %-22s %s";
  private static final String NEWS = "  %s  %-4s %-13s %s";
  private static final Set<String> SAY_SEVERITY = Set.of("raised", "severity", "recovered");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** Open alerts, a line each, under a heading. */
  static List<String> table(List<Alert> open) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(ROW, "ALERT", "SEVERITY", "WHO", "WHY"));
    for (Alert alert : open) {
      lines.add(
          String.format(
              ROW,
              alert.key().participantId() + " " + alert.key().type().title(),
              alert.severity(),
              who(alert),
              alert.evidence().sentence()));
    }
    return lines;
  }

  private static String who(Alert alert) {
    if (alert.status() == Status.CLEARED_UNACK) {
      return "cleared, not yet seen";
    }
    if (alert.status().acknowledged()) {
      return alert.care().acknowledgedBy();
    }
    return alert.care().calls().isEmpty() ? "nobody yet" : "calls " + alert.care().calls();
  }

  /** What happened to an alert, in a line. */
  static String news(Alert alert, Entry entry) {
    StringBuilder what = new StringBuilder();
    if (SAY_SEVERITY.contains(entry.action())) {
      what.append(alert.severity()).append(": ");
    }
    if (!entry.actor().equals(Entry.VIGIL)) {
      what.append('(').append(entry.actor()).append(") ");
    }
    return news(
        Instant.EPOCH.plus(entry.time(), ChronoUnit.MICROS),
        alert.key().participantId(),
        entry.action(),
        what.append(entry.reason()).toString());
  }

  /** Something that happened, in a line. */
  static String news(Instant time, String whose, String what, String more) {
    return String.format(NEWS, CLOCK.format(time), whose, what, more).stripTrailing();
  }

  private AlertLines() {}
}
