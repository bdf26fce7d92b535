package io.vigil.model;

import java.util.List;

/**
 * A random forest as plain numbers: what an artifact stores and {@link CompiledForest} is made of.
 * One that exists is valid: the constructor checks every limit.
 *
 * @param features how many a window has
 * @param classes how many there are
 * @param trees in the order their votes are added up
 */
public record FlatForest(int features, int classes, List<FlatTree> trees) {

  /**
   * Checks and keeps the trees.
   *
   * @throws ModelRefused if a number is out of its limits, or a walk down a tree could leave it
   */
  public FlatForest {
    trees = List.copyOf(trees);
    ModelRefused.unless(
        features >= 1 && features <= Limits.FEATURES,
        "The forest has %d features, expected 1 to %d",
        features,
        Limits.FEATURES);
    ModelRefused.unless(
        classes >= 2 && classes <= Limits.CLASSES,
        "The forest has %d classes, expected 2 to %d",
        classes,
        Limits.CLASSES);
    ModelRefused.unless(
        !trees.isEmpty() && trees.size() <= Limits.TREES,
        "The forest has %d trees, expected 1 to %d",
        trees.size(),
        Limits.TREES);
    for (int tree = 0; tree < trees.size(); tree++) {
      trees.get(tree).check(tree, features, classes);
    }
    double weight = trees.stream().mapToDouble(FlatTree::weight).sum();
    ModelRefused.unless(
        weight > 0 && Double.isFinite(weight),
        "The weights of the trees add up to %s, expected a finite sum above 0",
        weight);
  }

  /** Nodes of all trees. */
  public int nodes() {
    return trees.stream().mapToInt(tree -> tree.features().length).sum();
  }
}
