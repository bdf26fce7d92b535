package io.vigil.train;

import io.vigil.model.FlatForest;
import io.vigil.model.FlatTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import smile.base.cart.DecisionNode;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.OrdinalNode;
import smile.classification.RandomForest;

/** Takes Smile's forests apart, through what their nodes say and do in public. */
public final class SmileForests {

  /** The trees and weights of a forest that was fitted to numbers only. */
  public static FlatForest flatten(RandomForest forest, int features) {
    List<FlatTree> trees = new ArrayList<>();
    for (RandomForest.Model model : forest.models()) {
      trees.add(flatten(model));
    }
    return new FlatForest(features, forest.numClasses(), trees);
  }

  private static FlatTree flatten(RandomForest.Model model) {
    List<Node> nodes = breadthFirst(model.tree.root());
    int[] features = new int[nodes.size()];
    double[] thresholds = new double[nodes.size() / 2];
    List<int[]> counts = new ArrayList<>();
    int split = 0;
    for (int n = 0; n < features.length; n++) {
      if (nodes.get(n) instanceof OrdinalNode node) {
        features[n] = node.feature();
        thresholds[split++] = ThresholdProbe.of(node);
      } else {
        features[n] = FlatTree.LEAF;
        counts.add(((DecisionNode) nodes.get(n)).count());
      }
    }
    int[] all = counts.stream().flatMapToInt(Arrays::stream).toArray();
    return new FlatTree(model.weight, features, thresholds, all);
  }

  private static List<Node> breadthFirst(Node root) {
    List<Node> nodes = new ArrayList<>(List.of(root));
    for (int n = 0; n < nodes.size(); n++) {
      if (nodes.get(n) instanceof InternalNode node) {
        nodes.add(node.trueChild());
        nodes.add(node.falseChild());
      }
    }
    return nodes;
  }

  private SmileForests() {}
}
