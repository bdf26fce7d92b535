package io.vigil.train;

import io.vigil.learn.drift.Reference;
import io.vigil.learn.drift.Spread;
import io.vigil.model.FeatureProfile;
import io.vigil.model.TrainingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Measures how far one training person lies from the others, which is no drift. */
final class OnePerson {
  private final List<String> schema;
  private final List<String> classes;

  OnePerson(List<String> schema, List<String> classes) {
    this.schema = schema;
    this.classes = classes;
  }

  /**
   * One person's windows.
   *
   * @param values of those that something was said of
   * @param said what, a class each
   * @param unknown how many others there are
   */
  record Own(List<double[]> values, List<Integer> said, int unknown) {
    private int[] counts(int classes) {
      int[] counts = new int[classes + 1];
      said.forEach(c -> counts[c]++);
      counts[classes] = unknown;
      return counts;
    }
  }

  /** The profile of all of them with the index of one person, the mean of leaving each out. */
  TrainingProfile measured(TrainingProfile all, List<Own> people) {
    int features = all.features().size();
    double[] sums = new double[features + 1];
    int counted = 0;
    for (Own own : people) {
      if (people.size() > 1 && !own.values().isEmpty()) {
        List<Spread> spreads = spreads(all, own);
        for (int s = 0; s <= features; s++) {
          sums[s] += spreads.get(s).index();
        }
        counted++;
      }
    }
    int over = Math.max(1, counted);
    return new TrainingProfile(
        all.people(),
        all.said(),
        sums[features] / over,
        IntStream.range(0, features)
            .mapToObj(
                f -> {
                  FeatureProfile feature = all.features().get(f);
                  return new FeatureProfile(
                      feature.name(), feature.edges(), feature.windows(), sums[f] / over);
                })
            .toList());
  }

  private List<Spread> spreads(TrainingProfile all, Own own) {
    int[] counts = own.counts(classes.size());
    Reference others = new Reference(without(all, own, counts), schema, classes);
    int[] seen = new int[others.bins()];
    for (int w = 0; w < own.values().size(); w++) {
      others.count(own.values().get(w), own.said().get(w), seen);
    }
    return others.spreads(seen, counts);
  }

  private TrainingProfile without(TrainingProfile all, Own own, int[] counts) {
    long[] said = all.said().clone();
    for (int c = 0; c < said.length; c++) {
      said[c] -= counts[c];
    }
    List<FeatureProfile> features = new ArrayList<>();
    for (FeatureProfile feature : all.features()) {
      int place = schema.indexOf(feature.name());
      int[][] windows = new int[classes.size()][];
      for (int c = 0; c < windows.length; c++) {
        windows[c] = feature.windows()[c].clone();
      }
      for (int w = 0; w < own.values().size(); w++) {
        windows[own.said().get(w)][feature.bin(own.values().get(w)[place])]--;
      }
      features.add(new FeatureProfile(feature.name(), feature.edges(), windows, 0));
    }
    return new TrainingProfile(all.people(), said, 0, features);
  }
}
