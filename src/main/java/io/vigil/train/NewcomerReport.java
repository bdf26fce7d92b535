package io.vigil.train;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What answers about some people are worth to others: everybody's model with them, on people that
 * it knows nothing of. As JSON it is the record as it stands.
 *
 * @param rotations in how many ways the people were shared out
 * @param points by number of answers, rising
 */
public record NewcomerReport(int rotations, List<Point> points) {

  /**
   * Figures over all windows of all rotations.
   *
   * @param answers asked for, a recording
   * @param uncertain where the review budget chose the windows
   * @param random where chance did, the mean of several draws
   */
  public record Point(int answers, Figures uncertain, Figures random) {}

  /** What a model is worth. */
  public record Figures(double accuracy, double macroF1) {

    static Figures of(Evaluation evaluation) {
      return new Figures(evaluation.accuracy(), evaluation.macroF1());
    }

    static Figures mean(List<Figures> draws) {
      return new Figures(
          draws.stream().mapToDouble(Figures::accuracy).average().orElse(0),
          draws.stream().mapToDouble(Figures::macroF1).average().orElse(0));
    }
  }

  /** As a table for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "                asked when uncertain     asked at random");
    line(text, "answers         accuracy   macro F1      accuracy   macro F1");
    for (Point point : points) {
      line(
          text,
          "%7d         %8.3f   %8.3f      %8.3f   %8.3f",
          point.answers(),
          point.uncertain().accuracy(),
          point.uncertain().macroF1(),
          point.random().accuracy(),
          point.random().macroF1());
    }
    line(text, "answers a recording; %d ways to share out the people", rotations);
    line(text, "accuracy: %s", said(Figures::accuracy));
    line(text, "macro F1: %s", said(Figures::macroF1));
    return text.toString();
  }

  private String said(ToDoubleFunction<Figures> figure) {
    return AnswerRatio.said(
        points.stream().map(Point::answers).toList(),
        points.stream().map(point -> figure.applyAsDouble(point.uncertain())).toList(),
        points.stream().map(point -> figure.applyAsDouble(point.random())).toList());
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
  }
}
