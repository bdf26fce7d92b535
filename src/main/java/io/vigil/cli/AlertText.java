package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import io.vigil.alert.Measure;
import io.vigil.alert.Occurrence;
import io.vigil.alert.Rules;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Everything about one alert, for a person. */
final class AlertText {

  /**
   * The lines.
   *
   * @param rules that hold for its participant
   * @param now microseconds since the epoch (UTC)
   */
  static List<String> lines(Alert alert, Rules rules, long now) {
    List<String> lines = new ArrayList<>();
    lines.add(alert.id());
    lines.add("  " + alert.evidence().sentence());
    row(lines, "type", alert.key().type() + (alert.key().type().technical() ? " (technical)" : ""));
    row(lines, "severity", alert.severity().name());
    row(lines, "status", alert.status().name());
    row(lines, "participant", Harmless.orDash(alert.key().participantId()));
    row(lines, "began", Moments.text(alert.key().start()));
    row(lines, "detected", Moments.text(alert.times().detected()));
    row(lines, "cause ended", Moments.text(alert.times().end()));
    row(lines, "acknowledged", by(alert));
    row(lines, "cleared", Moments.text(alert.times().cleared()));
    row(lines, "assigned to", Harmless.orDash(alert.care().assignee()));
    row(lines, "escalation", escalation(alert));
    row(lines, "marks", marks(alert));
    row(
        lines,
        "rule",
        alert.origin().rule().id() + " of version " + alert.origin().rule().version());
    row(lines, "model", model(alert));
    row(lines, "revision", Long.toString(alert.revision()));
    AwaitedText.lines(alert, rules, now).forEach(line -> row(lines, "waits for", line));
    for (Measure measure : alert.evidence().measures()) {
      row(lines, measure.name(), number(measure.value()));
    }
    occurrences(lines, alert);
    history(lines, alert);
    return lines.stream().map(Harmless::line).toList();
  }

  private static void row(List<String> lines, String name, String value) {
    lines.add("  %-14s %s".formatted(name, value));
  }

  private static String by(Alert alert) {
    return alert.care().acknowledgedBy().isEmpty()
        ? "-"
        : Moments.text(alert.times().acknowledged()) + " by " + alert.care().acknowledgedBy();
  }

  private static String escalation(Alert alert) {
    return alert.care().level() == 0
        ? "nobody called yet"
        : "level %d, calls %s".formatted(alert.care().level(), alert.care().calls());
  }

  private static String marks(Alert alert) {
    List<String> marks = new ArrayList<>();
    if (alert.origin().delayed()) {
      Duration age = Duration.of(alert.origin().ageMicros(), ChronoUnit.MICROS);
      marks.add("delayed: found when it was " + Moments.span(age) + " old");
    }
    if (alert.origin().replay()) {
      marks.add("replay: nobody is called");
    }
    return marks.isEmpty() ? "-" : String.join("; ", marks);
  }

  private static String model(Alert alert) {
    return alert.origin().model().name().isEmpty()
        ? "-"
        : "%s:%d %.12s"
            .formatted(
                alert.origin().model().name(),
                alert.origin().model().version(),
                alert.origin().model().sha256());
  }

  /** As it is written by hand: without a point where it is whole. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void occurrences(List<String> lines, Alert alert) {
    lines.add("  occurrences, " + alert.occurrences().count());
    folded(lines, alert.occurrences().folded());
    for (Occurrence one : alert.occurrences().kept()) {
      lines.add(
          "    %s  %s  %s".formatted(Moments.text(one.start()), one.severity(), one.sentence()));
    }
  }

  private static void history(List<String> lines, Alert alert) {
    lines.add("  history");
    List<Entry> kept = alert.history().kept();
    for (int i = 0; i < kept.size(); i++) {
      if (i == 1) {
        folded(lines, alert.history().folded());
      }
      Entry entry = kept.get(i);
      String reason = entry.reason().isEmpty() ? "" : ": " + entry.reason();
      lines.add(
          "    %s  %s by %s%s"
              .formatted(Moments.text(entry.time()), entry.action(), entry.actor(), reason));
    }
  }

  private static void folded(List<String> lines, int count) {
    if (count > 0) {
      lines.add("    ... %,d more, no longer kept".formatted(count));
    }
  }

  private AlertText() {}
}
