package io.vigil.model;

import java.util.Arrays;

/**
 * How one feature lay in training, by what the model said of the windows.
 *
 * @param name of the feature in the schema
 * @param edges between bins, ascending; a value up to an edge lies below it, as in the trees
 * @param windows of each class of the model, in its order, in each bin; one bin more than edges
 * @param onePerson how far one training person lies from the others, as the population stability
 *     index has it, at the mean: what is to be expected of one new person when nothing has drifted
 */
public record FeatureProfile(String name, double[] edges, int[][] windows, double onePerson) {

  /** Refuses what could not be counted by. */
  public FeatureProfile {
    ModelRefused.unless(
        edges.length >= 1 && edges.length <= Limits.PROFILE_EDGES,
        "The profile of feature %s has %d edges, expected 1 to %d",
        name,
        edges.length,
        Limits.PROFILE_EDGES);
    for (int e = 0; e < edges.length; e++) {
      ModelRefused.unless(
          Double.isFinite(edges[e]) && (e == 0 || edges[e] > edges[e - 1]),
          "The profile of feature %s has the edges %s, expected finite ones that ascend",
          name,
          Arrays.toString(edges));
    }
    for (int[] row : windows) {
      ModelRefused.unless(
          row.length == edges.length + 1 && Arrays.stream(row).allMatch(count -> count >= 0),
          "The profile of feature %s counts %s between %d edges, expected %d counts from 0 up",
          name,
          Arrays.toString(row),
          edges.length,
          edges.length + 1);
    }
    TrainingProfile.checkOnePerson("feature " + name, onePerson);
  }

  /** How many bins. */
  public int bins() {
    return edges.length + 1;
  }

  /** The bin of a value. Not-a-number lies in the last one. */
  public int bin(double value) {
    return bin(edges, value);
  }

  /** The same by the edges alone. */
  public static int bin(double[] edges, double value) {
    int bin = 0;
    while (bin < edges.length && !(value <= edges[bin])) {
      bin++;
    }
    return bin;
  }
}
