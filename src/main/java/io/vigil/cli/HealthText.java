package io.vigil.cli;

import io.vigil.activity.ModelRef;
import io.vigil.learn.drift.DayHealth;
import io.vigil.learn.drift.DayHealth.Stability;
import io.vigil.learn.drift.Spread;
import io.vigil.train.ReviewedAccuracy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a model fares, as tables for a terminal. */
final class HealthText {
  /** More days do not fit beside each other. */
  private static final int DAYS = 7;

  /**
   * One model's days.
   *
   * @param days of one model, oldest first, at least one
   */
  static String of(List<DayHealth> days) {
    List<DayHealth> shown = days.subList(Math.max(0, days.size() - DAYS), days.size());
    DayHealth newest = days.get(days.size() - 1);
    StringBuilder text = new StringBuilder();
    line(
        text,
        "Model %s:%d (%.12s), %d days, the newest %s: %d participants (%d changed), %d windows%s",
        newest.model().name(),
        newest.model().version(),
        newest.model().sha256(),
        days.size(),
        day(newest),
        newest.participants(),
        newest.changed(),
        newest.windows(),
        newest.judged() ? "" : ", too few to judge");
    line(text, "%nstability index (0 as in training; drift above the limit: !), worst first");
    StringBuilder head = new StringBuilder("%-14s");
    shown.forEach(one -> head.append("  ").append(day(one)));
    line(text, head + "  limit", "");
    newest.stability().stream()
        .sorted(Comparator.comparingDouble((Stability s) -> -worst(shown, s.name())))
        .forEach(s -> row(text, shown, s));
    line(text, "%nactivity                   said  training");
    newest
        .shares()
        .forEach(
            share ->
                line(
                    text,
                    "%-24s  %5.1f %%   %5.1f %%",
                    share.activity(),
                    100 * share.seen(),
                    100 * share.training()));
    return text.toString();
  }

  private static void row(StringBuilder text, List<DayHealth> shown, Stability newest) {
    StringBuilder row = new StringBuilder();
    for (DayHealth day : shown) {
      String cell =
          find(day, newest.name())
              .map(
                  s ->
                      String.format(
                          Locale.ROOT,
                          "%.2f%s",
                          s.index(),
                          day.judged() && s.drifted() ? "!" : " "))
              .orElse("- ");
      row.append(String.format(Locale.ROOT, "  %10s", cell));
    }
    String name = newest.name().equals(Spread.SAID) ? "(activities)" : newest.name();
    line(text, "%-14s%s  %5.2f", name, row, newest.limit());
  }

  /** How far above or below its limit it was on its worst day. */
  private static double worst(List<DayHealth> days, String name) {
    return days.stream()
        .flatMap(day -> find(day, name).stream())
        .mapToDouble(s -> s.index() / s.limit())
        .max()
        .orElse(0);
  }

  private static Optional<Stability> find(DayHealth day, String name) {
    return day.stability().stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** What reviewers say of what it said of windows drawn by chance. */
  static String of(ModelRef model, ReviewedAccuracy reviewed) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%nModel %s:%d (%.12s), drawn by chance and reviewed: %d windows in %d stretches%s",
        model.name(),
        model.version(),
        model.sha256(),
        reviewed.windows(),
        reviewed.stretches(),
        reviewed.windows() == 0 ? "; nothing can be said of it yet" : "");
    if (reviewed.windows() == 0) {
      return text.toString();
    }
    line(
        text,
        "accuracy %.3f (95 %%: %.3f to %.3f), calibration error %.3f; %d disputed, %d unanswered",
        reviewed.accuracy(),
        reviewed.interval().from(),
        reviewed.interval().to(),
        reviewed.calibrationError(),
        reviewed.disputed(),
        reviewed.unanswered());
    line(text, "confidence   windows  said  right  95 %%");
    reviewed
        .bins()
        .forEach(
            bin ->
                line(
                    text,
                    "%.1f to %.1f   %7d  %.2f   %.2f  %.2f to %.2f",
                    bin.from(),
                    bin.to(),
                    bin.windows(),
                    bin.confidence(),
                    bin.accuracy(),
                    bin.interval().from(),
                    bin.interval().to()));
    return text.toString();
  }

  private static LocalDate day(DayHealth health) {
    return LocalDate.ofEpochDay(health.day());
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
  }

  private HealthText() {}
}
