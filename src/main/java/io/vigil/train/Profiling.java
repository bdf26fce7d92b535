package io.vigil.train;

import io.vigil.activity.Activities;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureSchema;
import io.vigil.feature.FeatureVector;
import io.vigil.model.FeatureProfile;
import io.vigil.model.FlatForest;
import io.vigil.model.FlatTree;
import io.vigil.model.Scorer;
import io.vigil.model.Smoothing;
import io.vigil.model.TrainingProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts what a model sees in training, as the job would: live features, scored in the order of
 * time. Each person is scored by a forest that did not see them, because a model is surer of the
 * people it was trained on than of anybody it will meet.
 */
final class Profiling {
  /** Features that are watched: the most used, few enough to be counted in passing. */
  static final int FEATURES = 12;

  private static final int BINS = 10;
  private static final int PARTS = 3;
  private static final int TREES = 60;

  private final TrainingOptions options;

  Profiling(TrainingOptions options) {
    this.options = options;
  }

  /** A window of a person and what was said of it: a class, or their number for the unknown. */
  private record Seen(int person, double[] values, int said) {}

  TrainingProfile of(
      List<Person> people, ForestFit forest, Smoothing smoothing, FeatureSchema schema) {
    List<Seen> seen = EqualShares.of(scored(people, forest, smoothing));
    int classes = forest.classes().size();
    List<Seen> told = seen.stream().filter(window -> window.said < classes).toList();
    List<FeatureProfile> counted = new ArrayList<>();
    for (int place : mostUsed(forest.flat())) {
      if (!told.isEmpty()) {
        counted.add(count(schema.names().get(place), place, told, classes));
      }
    }
    long[] said = new long[classes + 1];
    seen.forEach(window -> said[window.said]++);
    return new OnePerson(schema.names(), forest.classes())
        .measured(
            new TrainingProfile(people.size(), said, 0, counted),
            IntStream.range(0, people.size()).mapToObj(p -> byPerson(seen, p, classes)).toList());
  }

  private static OnePerson.Own byPerson(List<Seen> seen, int person, int classes) {
    List<double[]> values = new ArrayList<>();
    List<Integer> said = new ArrayList<>();
    int unknown = 0;
    for (Seen window : seen) {
      if (window.person == person && window.said < classes) {
        values.add(window.values);
        said.add(window.said);
      } else if (window.person == person) {
        unknown++;
      }
    }
    return new OnePerson.Own(values, said, unknown);
  }

  /** Each person's windows, by a forest of people in other parts. */
  private List<List<Seen>> scored(List<Person> people, ForestFit whole, Smoothing smoothing) {
    int parts = Math.min(PARTS, people.size());
    List<Fitted> fitted = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      fitted.add(parts < 2 ? whole : without(people, part, parts, whole));
    }
    List<List<Seen>> scored = new ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      Fitted fit = fitted.get(p % parts);
      Scorer scorer = new Scorer(Trained.UNSTORED, fit.classes(), fit.classifier(), smoothing);
      List<FeatureVector> windows = people.get(p).windows();
      List<Prediction> predictions = Replay.score(scorer, windows);
      List<Seen> own = new ArrayList<>();
      for (int w = 0; w < windows.size(); w++) {
        String activity = predictions.get(w).activity();
        int said =
            activity.equals(Activities.UNKNOWN)
                ? whole.classes().size()
                : whole.classes().indexOf(activity);
        own.add(new Seen(p, windows.get(w).values(), said));
      }
      scored.add(own);
    }
    return scored;
  }

  private Fitted without(List<Person> people, int part, int parts, ForestFit whole) {
    List<Person> others =
        IntStream.range(0, people.size())
            .filter(p -> p % parts != part)
            .mapToObj(people::get)
            .toList();
    try {
      Fitting fitting = options.fitting();
      return Trainer.fit(
          TrainingSet.of(others, options), fitting.withTrees(Math.min(TREES, fitting.trees())));
    } catch (TrainingRefused e) {
      // The others show too little; then the whole has to do.
      return whole;
    }
  }

  /** Places of the features that are split on most often, those first. */
  private static int[] mostUsed(FlatForest forest) {
    int[] splits = new int[forest.features()];
    for (FlatTree tree : forest.trees()) {
      for (int feature : tree.features()) {
        if (feature != FlatTree.LEAF) {
          splits[feature]++;
        }
      }
    }
    return IntStream.range(0, splits.length)
        .filter(f -> splits[f] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer f) -> -splits[f]))
        .limit(FEATURES)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static FeatureProfile count(String name, int place, List<Seen> told, int classes) {
    double[] sorted = told.stream().mapToDouble(window -> window.values[place]).sorted().toArray();
    double[] edges =
        IntStream.range(1, BINS)
            .mapToDouble(k -> sorted[(int) ((long) k * sorted.length / BINS)])
            .distinct()
            .toArray();
    int[][] windows = new int[classes][edges.length + 1];
    for (Seen window : told) {
      windows[window.said][FeatureProfile.bin(edges, window.values[place])]++;
    }
    return new FeatureProfile(name, edges, windows, 0);
  }
}
