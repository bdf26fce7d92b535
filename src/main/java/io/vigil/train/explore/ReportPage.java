package io.vigil.train.explore;

import io.vigil.feature.FeatureVector;
import io.vigil.train.Evaluation;
import io.vigil.window.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A data set as one page: no script, and nothing that is fetched from anywhere. The same data make
 * the same page.
 */
public final class ReportPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/>
      <title>Vigil: a look at the data</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 960px; margin: 2em auto; padding: 0 1em; color: #222; }
      img { max-width: 100%; height: auto; }
      table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
      caption { text-align: left; font-weight: bold; padding: .5em 0; }
      th, td { padding: .2em .6em; border-bottom: 1px solid #ddd; text-align: right; }
      th:first-child { text-align: left; }
      figure { display: inline-block; margin: 0 0 1em 0; font-size: 14px; }
      .wide { overflow-x: auto; }
      </style>
      </head>
      <body>
      """;

  private final Exploration data;
  private final Html html = new Html();

  private ReportPage(Exploration data) {
    this.data = data;
  }

  /** The page. */
  public static String of(Exploration data) {
    return new ReportPage(data).page();
  }

  private String page() {
    html.element("h1", "A look at the data");
    html.element("p", "From " + String.join(", ", data.sources()) + ".");
    counts();
    signals();
    List<FeatureVector> labelled = data.labelled();
    if (labelled.isEmpty()) {
      html.section(
              "features",
              "Features by activity",
              "No window has a label, so there is nothing to tell apart.")
          .close("section");
    } else {
      List<Telling> features = Telling.most(labelled, data.schema(), Exploration.FEATURES);
      features(features, labelled);
      correlations(features, labelled);
    }
    data.evaluation().ifPresent(this::confusion);
    curve();
    return HEAD + html.text() + "</body>\n</html>\n";
  }

  private void counts() {
    Counts counts = Counts.of(data.windows());
    double minutes = data.schema().hopMillis() / 60_000.0;
    html.section(
        "people",
        "People and activities",
        "%d windows of %d participants. A window speaks for %.0f seconds; who has much more of them than others weighs more in figures."
            .formatted(
                data.windows().size(),
                counts.byPerson().size(),
                data.schema().hopMillis() / 1000.0));
    html.picture(Pictures.counts(counts, minutes));
    List<String> head = new ArrayList<>(List.of("participant"));
    head.addAll(counts.activities());
    List<List<String>> rows = new ArrayList<>();
    counts
        .byPerson()
        .forEach(
            (id, own) -> {
              List<String> row = new ArrayList<>(List.of(id));
              for (long count : own) {
                row.add(Long.toString(count));
              }
              rows.add(row);
            });
    List<String> all = new ArrayList<>(List.of("all"));
    for (int a = 0; a < counts.activities().size(); a++) {
      all.add(Long.toString(counts.all(a)));
    }
    rows.add(all);
    html.table("Windows", head, rows).close("section");
  }

  private void signals() {
    html.section(
        "signals",
        "Signals",
        "One window of each activity, the one of middle liveliness among 25 drawn by chance: x sideways, y along the body, z forward, in g of the device profile.");
    for (Window window : data.examples()) {
      html.open("figure").picture(Pictures.signal(window));
      html.element(
              "figcaption",
              "%s, %s, %s"
                  .formatted(
                      window.activity(),
                      window.participantId(),
                      Instant.EPOCH.plus(window.start(), ChronoUnit.MICROS)))
          .close("figure");
    }
    html.close("section");
  }

  private void features(List<Telling> features, List<FeatureVector> labelled) {
    html.section(
        "features",
        "Features by activity",
        "The features that alone tell activities apart best, those first; of features that go together almost wholly only the first. A box holds the middle half of an activity's windows, its line their median.");
    features.forEach(feature -> html.picture(Pictures.feature(feature, labelled)));
    html.table(
            "Share of the variance that lies between activities (eta squared)",
            List.of("feature", "share"),
            features.stream().map(f -> List.of(f.name(), format("%.3f", f.ratio()))).toList())
        .close("section");
  }

  private void correlations(List<Telling> features, List<FeatureVector> labelled) {
    List<String> names = features.stream().map(Telling::name).toList();
    double[][] values =
        Correlations.of(labelled, features.stream().mapToInt(Telling::place).toArray());
    html.section(
        "correlations",
        "Correlations",
        "Features that go together (near 1 or -1) say the same thing twice.");
    html.picture(Pictures.correlations(names, values));
    List<String> head = new ArrayList<>(List.of("feature"));
    head.addAll(names);
    List<List<String>> rows = new ArrayList<>();
    for (int f = 0; f < values.length; f++) {
      List<String> row = new ArrayList<>(List.of(names.get(f)));
      for (double value : values[f]) {
        row.add(format("%.2f", value));
      }
      rows.add(row);
    }
    html.table("Pearson's correlation", head, rows).close("section");
  }

  private void confusion(Evaluation evaluation) {
    html.section("confusion", "Confusion", data.evaluated());
    html.element(
        "p",
        format(
            "%d labelled windows: accuracy %.3f, macro F1 %.3f, expected calibration error %.3f.",
            evaluation.windows(),
            evaluation.accuracy(),
            evaluation.macroF1(),
            evaluation.calibration().expectedError()));
    html.picture(Pictures.confusion(evaluation));
    List<String> head = new ArrayList<>(List.of("was \\ said"));
    head.addAll(evaluation.labels());
    List<List<String>> rows = new ArrayList<>();
    for (int was = 0; was < evaluation.labels().size(); was++) {
      List<String> row = new ArrayList<>(List.of(evaluation.labels().get(was)));
      for (long count : evaluation.confusion()[was]) {
        row.add(Long.toString(count));
      }
      rows.add(row);
    }
    html.table("Windows", head, rows);
    if (evaluation.windows() > 0) {
      html.picture(Pictures.calibration(evaluation.calibration()));
    }
    html.close("section");
  }

  private void curve() {
    if (data.curve().isEmpty()) {
      return;
    }
    html.section(
        "curve",
        "Learning curve",
        "By how many people a small model was trained on, always asked about somebody else. While it rises, more people help.");
    html.picture(Pictures.curve(data.curve()));
    html.table(
            "On people left out",
            List.of("people", "accuracy", "macro F1"),
            data.curve().stream()
                .map(
                    p ->
                        List.of(
                            Integer.toString(p.people()),
                            format("%.3f", p.accuracy()),
                            format("%.3f", p.macroF1())))
                .toList())
        .close("section");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
