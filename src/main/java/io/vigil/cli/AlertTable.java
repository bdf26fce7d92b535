package io.vigil.cli;

import io.vigil.alert.Alert;
import java.util.ArrayList;
import java.util.List;

/** A list of alerts as a table: as wide as what stands in it, and the sentence as is left room. */
final class AlertTable {
  private static final List<String> HEAD =
      List.of("ID", "SEVERITY", "STATUS", "WHO", "SINCE", "TAKEN BY", "LEVEL", "MARKS", "WHAT");
  private static final int LEAST_OF_SENTENCE = 24;
  private static final String GAP = "  ";

  /**
   * The table, a line each.
   *
   * @param width of the terminal in characters
   */
  static List<String> lines(AlertListing listing, int width) {
    List<String> lines = new ArrayList<>();
    if (!listing.alerts().isEmpty()) {
      List<List<String>> rows = new ArrayList<>(List.of(HEAD));
      listing.alerts().forEach(alert -> rows.add(row(alert)));
      lines.addAll(aligned(rows, width));
    }
    lines.addAll(leftOut(listing));
    return lines;
  }

  private static List<String> row(Alert alert) {
    return List.of(
        Harmless.line(alert.id()),
        alert.severity().name(),
        alert.status().name(),
        Harmless.orDash(alert.key().participantId()),
        Moments.text(alert.key().start()),
        Harmless.orDash(takenBy(alert)),
        Integer.toString(alert.care().level()),
        marks(alert),
        Harmless.line(alert.evidence().sentence()));
  }

  private static String takenBy(Alert alert) {
    return alert.care().assignee().isEmpty()
        ? alert.care().acknowledgedBy()
        : alert.care().assignee();
  }

  private static String marks(Alert alert) {
    List<String> marks = new ArrayList<>();
    if (alert.origin().delayed()) {
      marks.add("delayed");
    }
    if (alert.origin().replay()) {
      marks.add("replay");
    }
    if (alert.waits().snoozedUntil() != Alert.NEVER) {
      marks.add("snoozed");
    }
    return marks.isEmpty() ? "-" : String.join(",", marks);
  }

  private static List<String> aligned(List<List<String>> rows, int width) {
    int last = HEAD.size() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int column = 0; column < last; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < last; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
      }
      int room = Math.max(LEAST_OF_SENTENCE, width - line.length());
      lines.add(line.append(shortened(row.get(last), room)).toString());
    }
    return lines;
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "~";
  }

  private static List<String> leftOut(AlertListing listing) {
    List<String> lines = new ArrayList<>();
    if (listing.alerts().isEmpty()) {
      lines.add("No alert is as asked for.");
    }
    if (listing.beyond() > 0) {
      lines.add("%,d more are beyond --limit.".formatted(listing.beyond()));
    }
    if (listing.technical() > 0) {
      lines.add("%,d technical left out; --technical shows them.".formatted(listing.technical()));
    }
    if (listing.replayed() > 0) {
      lines.add("%,d of a replay left out; --replay shows them.".formatted(listing.replayed()));
    }
    return lines;
  }

  private AlertTable() {}
}
