package io.vigil.train;

import io.vigil.model.Recipe;

/**
 * How a classifier is fitted to windows.
 *
 * @param algorithm which
 * @param trees of a forest, or rounds of boosting; 1 to 2000
 * @param depth of a tree at most, in splits; 1 to 64
 * @param nodeSize windows at a leaf at least
 * @param mtry features tried at a split; 0 for the square root of their number
 * @param subsample share of the windows a tree is trained on, without replacement; 1 for as many as
 *     there are, with replacement
 * @param balance 0 for the classes as frequent as they are, 1 for equally frequent, by leaving
 *     windows of the frequent ones out of each tree
 * @param seed of all randomness
 */
public record Fitting(
    Algorithm algorithm,
    int trees,
    int depth,
    int nodeSize,
    int mtry,
    double subsample,
    double balance,
    long seed) {

  /** A forest that does well on people it has not seen, at a size that loads in a moment. */
  public static final Fitting FOREST = new Fitting(Algorithm.FOREST, 100, 12, 5, 0, 1.0, 0.25, 1);

  /** Few and shallow trees, each correcting those before. */
  public static final Fitting BOOSTING = new Fitting(Algorithm.BOOSTING, 60, 6, 5, 0, 0.7, 0.5, 1);

  /** One weight a feature and class. */
  public static final Fitting LOGISTIC = new Fitting(Algorithm.LOGISTIC, 1, 1, 1, 0, 1.0, 0.25, 1);

  /** Refuses what no algorithm can do. */
  public Fitting {
    check(trees >= 1 && trees <= 2000, "trees", trees, "1 to 2000");
    check(depth >= 1 && depth <= 64, "depth", depth, "1 to 64");
    check(nodeSize >= 1, "nodeSize", nodeSize, "1 or more");
    check(mtry >= 0, "mtry", mtry, "0 (the square root of the features) or more");
    check(subsample > 0 && subsample <= 1, "subsample", subsample, "above 0, up to 1");
    check(balance >= 0 && balance <= 1, "balance", balance, "0 to 1");
  }

  private static void check(boolean good, String name, Object seen, String expected) {
    if (!good) {
      throw new IllegalArgumentException(name + " is " + seen + ", expected " + expected);
    }
  }

  /** The same with another number of trees. */
  public Fitting withTrees(int other) {
    return new Fitting(algorithm, other, depth, nodeSize, mtry, subsample, balance, seed);
  }

  /** The same with another seed. */
  public Fitting withSeed(long other) {
    return new Fitting(algorithm, trees, depth, nodeSize, mtry, subsample, balance, other);
  }

  /** As a manifest records it. */
  Recipe recipe(String smileVersion, double boundarySeconds) {
    return new Recipe(
        algorithm.label(),
        smileVersion,
        seed,
        trees,
        depth,
        nodeSize,
        mtry,
        subsample,
        balance,
        boundarySeconds);
  }
}
