package io.vigil.train.explore;

import io.vigil.feature.FeatureVector;
import io.vigil.train.Calibration;
import io.vigil.train.Evaluation;
import io.vigil.window.Window;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The pictures of the page, each with what it shows in words. */
final class Pictures {
  /** A box of more values looks the same. */
  private static final int MOST_VALUES = 2000;

  static Picture counts(Counts counts, double minutesAWindow) {
    CategoryChart chart =
        Look.plain(
            new CategoryChartBuilder()
                .width(900)
                .height(380)
                .xAxisTitle("participant")
                .yAxisTitle("minutes")
                .build());
    chart.getStyler().setStacked(true);
    chart.getStyler().setXAxisLabelRotation(45);
    List<String> people = distinct(List.copyOf(counts.byPerson().keySet()));
    for (int a = 0; a < counts.activities().size(); a++) {
      int activity = a;
      chart.addSeries(
          Look.brief(counts.activities().get(a)),
          people,
          counts.byPerson().values().stream().map(own -> own[activity] * minutesAWindow).toList());
    }
    return Picture.of(
        chart,
        "Stacked bars: minutes of each activity for each of %d participants; the table below has the figures"
            .formatted(people.size()));
  }

  static Picture signal(Window window) {
    XYChart chart =
        Look.plain(
            new XYChartBuilder()
                .width(440)
                .height(240)
                .title(Look.brief(window.activity()))
                .xAxisTitle("seconds")
                .yAxisTitle("g")
                .build());
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    double[] seconds = new double[window.x().length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = (window.end() - window.start()) / 1e6 * i / seconds.length;
    }
    line(chart, "x", seconds, window.x());
    line(chart, "y", seconds, window.y());
    line(chart, "z", seconds, window.z());
    return Picture.of(
        chart,
        String.format(
            Locale.ROOT,
            "%.0f s of %s: x between %.2f and %.2f g, y between %.2f and %.2f g, z between %.2f and %.2f g",
            (window.end() - window.start()) / 1e6,
            window.activity(),
            least(window.x()),
            most(window.x()),
            least(window.y()),
            most(window.y()),
            least(window.z()),
            most(window.z())));
  }

  static Picture feature(Telling feature, List<FeatureVector> labelled) {
    BoxChart chart =
        Look.plain(new BoxChartBuilder().width(440).height(280).title(feature.name()).build());
    chart.getStyler().setXAxisLabelRotation(35);
    StringBuilder medians = new StringBuilder();
    Map<String, List<Double>> byActivity = new LinkedHashMap<>();
    labelled.stream()
        .map(FeatureVector::activity)
        .distinct()
        .sorted()
        .forEach(activity -> byActivity.put(activity, new ArrayList<>()));
    labelled.forEach(
        window -> byActivity.get(window.activity()).add(window.values()[feature.place()]));
    byActivity.forEach(
        (activity, values) -> {
          List<Double> sorted = values.stream().sorted().toList();
          chart.addSeries(Look.brief(activity), thinned(sorted));
          medians.append(
              String.format(
                  Locale.ROOT,
                  "%s%s %.3g",
                  medians.length() == 0 ? "" : ", ",
                  activity,
                  sorted.get(sorted.size() / 2)));
        });
    return Picture.of(
        chart, "Boxes of %s by activity; medians: %s".formatted(feature.name(), medians));
  }

  static Picture correlations(List<String> names, double[][] values) {
    return heat(
        "Correlations of features, -1 to 1; the table below has the figures",
        names,
        names,
        values,
        -1,
        1,
        new Color[] {Look.COLOURS[0], Color.WHITE, Look.COLOURS[5]});
  }

  static Picture confusion(Evaluation evaluation) {
    List<String> labels = evaluation.labels();
    double[][] shares = new double[labels.size()][labels.size()];
    for (int was = 0; was < shares.length; was++) {
      long all = 0;
      for (long count : evaluation.confusion()[was]) {
        all += count;
      }
      for (int said = 0; said < shares.length; said++) {
        shares[was][said] = all == 0 ? 0 : (double) evaluation.confusion()[was][said] / all;
      }
    }
    return heat(
        "What was said of each activity, as shares of a row; the table below has the counts",
        labels,
        labels,
        shares,
        0,
        1,
        new Color[] {Color.WHITE, Look.COLOURS[0]});
  }

  /** Rows from the top down, as in a table. */
  private static Picture heat(
      String alt,
      List<String> rows,
      List<String> columns,
      double[][] values,
      double least,
      double most,
      Color[] range) {
    HeatMapChart chart =
        Look.plain(
            new HeatMapChartBuilder()
                .width(220 + 58 * columns.size())
                .height(160 + 34 * rows.size())
                .build());
    chart.getStyler().setShowValue(true);
    chart.getStyler().setHeatMapValueDecimalPattern("0.00");
    chart.getStyler().setMin(least);
    chart.getStyler().setMax(most);
    chart.getStyler().setRangeColors(range);
    chart.getStyler().setXAxisLabelRotation(45);
    chart.getStyler().setPlotContentSize(1);
    List<Number[]> cells = new ArrayList<>();
    int last = rows.size() - 1;
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row <= last; row++) {
        // Drawing fails on a value beyond the range by a rounding.
        double value = Math.max(least, Math.min(most - 1e-9, values[row][column]));
        cells.add(new Number[] {column, last - row, value});
      }
    }
    List<String> upwards =
        IntStream.rangeClosed(0, last).mapToObj(r -> Look.brief(rows.get(last - r))).toList();
    chart.addSeries("values", columns.stream().map(Look::brief).toList(), upwards, cells);
    return Picture.of(chart, alt);
  }

  static Picture calibration(Calibration calibration) {
    List<Calibration.Bin> bins =
        calibration.bins().stream().filter(bin -> bin.windows() > 0).toList();
    XYChart chart =
        Look.plain(
            new XYChartBuilder()
                .width(440)
                .height(340)
                .xAxisTitle("confidence")
                .yAxisTitle("share that is right")
                .build());
    unit(chart);
    chart
        .addSeries("as it should be", new double[] {0, 1}, new double[] {0, 1})
        .setMarker(SeriesMarkers.NONE);
    chart.addSeries(
        "as it is",
        bins.stream().mapToDouble(Calibration.Bin::confidence).toArray(),
        bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray());
    return Picture.of(
        chart,
        String.format(
            Locale.ROOT,
            "Share of right answers by confidence; expected calibration error %.3f",
            calibration.expectedError()));
  }

  static Picture curve(List<PeopleCurve.Point> points) {
    XYChart chart =
        Look.plain(
            new XYChartBuilder()
                .width(560)
                .height(340)
                .xAxisTitle("people trained on")
                .yAxisTitle("on people left out")
                .build());
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(1.0);
    chart.getStyler().setXAxisDecimalPattern("0");
    double[] people = points.stream().mapToDouble(PeopleCurve.Point::people).toArray();
    chart.addSeries(
        "accuracy", people, points.stream().mapToDouble(PeopleCurve.Point::accuracy).toArray());
    chart.addSeries(
        "macro F1", people, points.stream().mapToDouble(PeopleCurve.Point::macroF1).toArray());
    PeopleCurve.Point last = points.get(points.size() - 1);
    return Picture.of(
        chart,
        String.format(
            Locale.ROOT,
            "Accuracy and macro F1 by the number of people trained on; at %d people %.3f and %.3f",
            last.people(),
            last.accuracy(),
            last.macroF1()));
  }

  private static void unit(XYChart chart) {
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setXAxisMax(1.0);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(1.0);
  }

  private static void line(XYChart chart, String name, double[] seconds, float[] values) {
    double[] y = new double[values.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = values[i];
    }
    chart.addSeries(name, seconds, y).setMarker(SeriesMarkers.NONE);
  }

  private static List<Double> thinned(List<Double> sorted) {
    int count = Math.min(MOST_VALUES, sorted.size());
    return IntStream.range(0, count)
        .mapToObj(i -> sorted.get((int) ((long) i * sorted.size() / count)))
        .toList();
  }

  /** Brief names may be the same; bars of one name would fall together. */
  private static List<String> distinct(List<String> names) {
    List<String> brief = new ArrayList<>();
    for (String name : names) {
      String short_ = Look.brief(name);
      brief.add(brief.contains(short_) ? short_ + " " + brief.size() : short_);
    }
    return brief;
  }

  private static double least(float[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double most(float[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  private Pictures() {}
}
