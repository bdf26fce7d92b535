package io.vigil.train.personal;

import io.vigil.train.AnswerRatio;
import java.util.List;
import java.util.Locale;

/**
 * Everybody's model against each wearer's own, on windows that neither was given. As JSON it is the
 * record as it stands.
 *
 * @param rows a participant each
 * @param common mean accuracy of everybody's model
 * @param personal mean accuracy of what is in use: the wearer's own where it proved better
 * @param gain the difference
 * @param worse participants for whom what is in use is worse than everybody's model
 * @param pooledCommon accuracy over all windows, everybody's model
 * @param pooledPersonal the same of what is in use
 * @param curve how the figures grow with the answers; empty where it was not asked for
 */
public record PersonalReport(
    List<Row> rows,
    double common,
    double personal,
    double gain,
    int worse,
    double pooledCommon,
    double pooledPersonal,
    List<LearningCurve.Point> curve) {

  /**
   * One participant.
   *
   * @param participant who
   * @param answers given about the first half
   * @param windows of the second half with a label
   * @param common accuracy of everybody's model on them
   * @param own accuracy of the wearer's own model, in use or not
   * @param used whether it proved better on the answers
   * @param inUse accuracy of the model that is used
   * @param proof why
   */
  public record Row(
      String participant,
      int answers,
      long windows,
      double common,
      double own,
      boolean used,
      double inUse,
      Proof proof) {

    static Row of(
        String participant, int answers, long windows, double common, double own, Proof proof) {
      boolean used = proof.holds();
      return new Row(participant, answers, windows, common, own, used, used ? own : common, proof);
    }
  }

  static PersonalReport of(List<Row> rows) {
    double common = rows.stream().mapToDouble(Row::common).average().orElse(0);
    double personal = rows.stream().mapToDouble(Row::inUse).average().orElse(0);
    double windows = rows.stream().mapToLong(Row::windows).sum();
    return new PersonalReport(
        List.copyOf(rows),
        common,
        personal,
        personal - common,
        (int) rows.stream().filter(row -> row.inUse() < row.common()).count(),
        rows.stream().mapToDouble(row -> row.common() * row.windows()).sum() / windows,
        rows.stream().mapToDouble(row -> row.inUse() * row.windows()).sum() / windows,
        List.of());
  }

  PersonalReport with(List<LearningCurve.Point> points) {
    return new PersonalReport(
        rows, common, personal, gain, worse, pooledCommon, pooledPersonal, points);
  }

  /** As tables for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "participant   answers  windows  everybody's    own  in use");
    for (Row row : rows) {
      line(
          text,
          "%-12s  %7d  %7d  %11.3f  %5.3f  %s",
          row.participant(),
          row.answers(),
          row.windows(),
          row.common(),
          row.own(),
          row.used() ? "own" : "everybody's: " + row.proof().reason());
    }
    line(
        text,
        "mean accuracy %.3f with everybody's model, %.3f with what is in use: %+.3f, %d worse",
        common,
        personal,
        gain,
        worse);
    line(text, "all windows together: %.3f, %.3f", pooledCommon, pooledPersonal);
    if (!curve.isEmpty()) {
      line(text, "%nanswers   asked when uncertain   asked at random");
      curve.forEach(
          point ->
              line(
                  text,
                  "%7d   %20.3f   %15.3f",
                  point.answers(),
                  point.uncertain(),
                  point.random()));
      line(
          text,
          "%s",
          AnswerRatio.said(
              curve.stream().map(LearningCurve.Point::answers).toList(),
              curve.stream().map(LearningCurve.Point::uncertain).toList(),
              curve.stream().map(LearningCurve.Point::random).toList()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
  }
}
