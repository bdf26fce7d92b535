package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;

/** Leaves out windows of frequent classes, evenly in time, for algorithms without class weights. */
final class Thinning {

  static TrainingSet of(TrainingSet set, Fitting fitting) {
    int[] every = set.thinning(fitting.balance());
    int[] seen = new int[every.length];
    List<FeatureVector> kept = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < set.y().length; i++) {
      int c = set.y()[i];
      if (seen[c]++ % every[c] == 0) {
        kept.add(set.windows().get(i));
        classes.add(c);
      }
    }
    int[] y = classes.stream().mapToInt(Integer::intValue).toArray();
    return new TrainingSet(set.classes(), List.copyOf(kept), y);
  }

  private Thinning() {}
}
