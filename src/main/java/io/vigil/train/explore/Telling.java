package io.vigil.train.explore;

import io.vigil.feature.FeatureSchema;
import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A feature by how well it alone tells activities apart: the correlation ratio eta², the share of
 * its variance that lies between them (Fisher, "Statistical Methods for Research Workers", 1925).
 *
 * @param name of the feature
 * @param place in the schema
 * @param ratio 0 (not at all) to 1 (wholly)
 */
public record Telling(String name, int place, double ratio) {

  /** Features that go together more closely are shown once: by the one that tells more. */
  private static final double SAME = 0.9;

  /**
   * The features that tell most, those first, each saying something of its own.
   *
   * @param labelled windows with an activity
   */
  static List<Telling> most(List<FeatureVector> labelled, FeatureSchema schema, int count) {
    List<Telling> ranked =
        IntStream.range(0, schema.names().size())
            .mapToObj(f -> new Telling(schema.names().get(f), f, ratio(labelled, f)))
            .sorted(Comparator.comparingDouble((Telling t) -> -t.ratio))
            .toList();
    double[][] together =
        Correlations.of(labelled, ranked.stream().mapToInt(Telling::place).toArray());
    List<Integer> chosen = new ArrayList<>();
    for (int f = 0; f < together.length && chosen.size() < count; f++) {
      double[] own = together[f];
      if (chosen.stream().noneMatch(other -> Math.abs(own[other]) > SAME)) {
        chosen.add(f);
      }
    }
    return chosen.stream().map(ranked::get).toList();
  }

  private static double ratio(List<FeatureVector> windows, int place) {
    Map<String, double[]> sums = new HashMap<>();
    double all = 0;
    for (FeatureVector window : windows) {
      double value = window.values()[place];
      double[] sum = sums.computeIfAbsent(window.activity(), activity -> new double[2]);
      sum[0] += value;
      sum[1]++;
      all += value;
    }
    double mean = all / windows.size();
    double total = 0;
    for (FeatureVector window : windows) {
      total += (window.values()[place] - mean) * (window.values()[place] - mean);
    }
    double between = 0;
    for (double[] sum : sums.values()) {
      between += sum[1] * (sum[0] / sum[1] - mean) * (sum[0] / sum[1] - mean);
    }
    return total == 0 ? 0 : between / total;
  }
}
