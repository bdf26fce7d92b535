package io.vigil.train;

import io.vigil.model.ClassMetrics;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation as tables for a terminal. */
public final class EvaluationText {

  /** Figures, classes, confusion, people and calibration, one table each. */
  public static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%d labelled windows (%d without a label): accuracy %.3f, macro F1 %.3f",
        evaluation.windows(),
        evaluation.unlabelled(),
        evaluation.accuracy(),
        evaluation.macroF1());
    int width = evaluation.labels().stream().mapToInt(String::length).max().orElse(5);
    classes(text, evaluation, width);
    confusion(text, evaluation, width);
    people(text, evaluation);
    calibration(text, evaluation.calibration());
    return text.toString();
  }

  private static void classes(StringBuilder text, Evaluation evaluation, int width) {
    String head = "%n%-" + width + "s  precision  recall      F1  windows";
    String row = "%-" + width + "s  %9.3f  %6.3f  %6.3f  %7d";
    line(text, head, "class");
    for (Map.Entry<String, ClassMetrics> entry : evaluation.perClass().entrySet()) {
      ClassMetrics m = entry.getValue();
      line(text, row, entry.getKey(), m.precision(), m.recall(), m.f1(), m.support());
    }
  }

  private static void confusion(StringBuilder text, Evaluation evaluation, int width) {
    List<String> labels = evaluation.labels();
    line(text, "%nwas \\ said, columns in the order of the rows");
    for (int c = 0; c < labels.size(); c++) {
      StringBuilder row = new StringBuilder();
      for (long count : evaluation.confusion()[c]) {
        row.append(String.format(Locale.ROOT, " %7d", count));
      }
      line(text, "%-" + width + "s %s", labels.get(c), row);
    }
  }

  private static void people(StringBuilder text, Evaluation evaluation) {
    line(text, "%nparticipant   windows  accuracy  macro F1");
    evaluation
        .perPerson()
        .forEach(
            (id, share) ->
                line(
                    text,
                    "%-12s  %7d  %8.3f  %8.3f",
                    id,
                    share.windows(),
                    share.accuracy(),
                    share.macroF1()));
  }

  private static void calibration(StringBuilder text, Calibration calibration) {
    line(
        text,
        "%nconfidence   windows  said  right (expected calibration error %.3f)",
        calibration.expectedError());
    for (Calibration.Bin bin : calibration.bins()) {
      if (bin.windows() > 0) {
        line(
            text,
            "%.1f to %.1f   %7d  %.2f  %.2f",
            bin.from(),
            bin.to(),
            bin.windows(),
            bin.confidence(),
            bin.accuracy());
      }
    }
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
  }

  private EvaluationText() {}
}
