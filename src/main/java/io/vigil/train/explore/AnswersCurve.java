package io.vigil.train.explore;

import io.vigil.train.personal.LearningCurve;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** How accuracy grows with answers about the wearer, as a picture. */
public final class AnswersCurve {

  /**
   * Draws it.
   *
   * @param points by the number of answers, one at least
   * @return a PNG
   */
  public static byte[] png(List<LearningCurve.Point> points) {
    XYChart chart =
        Look.plain(
            new XYChartBuilder()
                .width(560)
                .height(340)
                .xAxisTitle("answers about the wearer")
                .yAxisTitle("mean accuracy")
                .build());
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(1.0);
    chart.getStyler().setXAxisDecimalPattern("0");
    double[] answers = points.stream().mapToDouble(LearningCurve.Point::answers).toArray();
    chart.addSeries(
        "asked when uncertain",
        answers,
        points.stream().mapToDouble(LearningCurve.Point::uncertain).toArray());
    chart.addSeries(
        "asked at random",
        answers,
        points.stream().mapToDouble(LearningCurve.Point::random).toArray());
    return Picture.of(chart, "Accuracy by answers").png();
  }

  private AnswersCurve() {}
}
