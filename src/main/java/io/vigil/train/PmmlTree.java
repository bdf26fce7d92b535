package io.vigil.train;

import io.vigil.model.FlatTree;
import java.util.Arrays;
import java.util.List;
import org.dmg.pmml.ComplexScoreDistribution;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.True;
import org.dmg.pmml.tree.ComplexNode;
import org.dmg.pmml.tree.TreeModel;

/**
 * One tree as PMML has it. A value up to the threshold goes to the first child; a greater one and a
 * missing one to the second, whose predicate is always true.
 */
final class PmmlTree {
  private static final Predicate OTHERWISE = True.INSTANCE;

  private final FlatTree tree;
  private final List<String> features;
  private final List<String> classes;

  PmmlTree(FlatTree tree, List<String> features, List<String> classes) {
    this.tree = tree;
    this.features = features;
    this.classes = classes;
  }

  TreeModel model() {
    MiningSchema used = new MiningSchema();
    for (int feature : Arrays.stream(tree.features()).distinct().sorted().toArray()) {
      if (feature != FlatTree.LEAF) {
        used.addMiningFields(new MiningField(features.get(feature)));
      }
    }
    return new TreeModel(MiningFunction.CLASSIFICATION, used, root())
        .setMissingValueStrategy(TreeModel.MissingValueStrategy.NONE)
        .setSplitCharacteristic(TreeModel.SplitCharacteristic.BINARY_SPLIT);
  }

  /** Children stand behind their parents, so the nodes are made from the last to the first. */
  private ComplexNode root() {
    int nodes = tree.features().length;
    ComplexNode[] made = new ComplexNode[nodes];
    int split = nodes / 2 - 1;
    int leaf = nodes / 2;
    for (int node = nodes - 1; node >= 0; node--) {
      int feature = tree.features()[node];
      if (feature == FlatTree.LEAF) {
        made[node] = leaf(leaf--);
      } else {
        ComplexNode first = made[2 * split + 1];
        first.setPredicate(
            new SimplePredicate(
                features.get(feature),
                SimplePredicate.Operator.LESS_OR_EQUAL,
                tree.thresholds()[split]));
        made[node] = new ComplexNode(null, OTHERWISE);
        made[node].addNodes(first, made[2 * split + 2]);
        split--;
      }
    }
    return made[0];
  }

  /** With the posterior that the forest's vote uses: one window more of each class. */
  private ComplexNode leaf(int leaf) {
    int first = leaf * classes.size();
    long sum = 0;
    int most = 0;
    for (int c = 0; c < classes.size(); c++) {
      sum += tree.counts()[first + c];
      if (tree.counts()[first + c] > tree.counts()[first + most]) {
        most = c;
      }
    }
    ComplexNode node = new ComplexNode(classes.get(most), OTHERWISE).setRecordCount(sum);
    for (int c = 0; c < classes.size(); c++) {
      int count = tree.counts()[first + c];
      node.addScoreDistributions(
          new ComplexScoreDistribution(classes.get(c), count)
              .setProbability((count + 1L) / (double) (sum + classes.size())));
    }
    return node;
  }
}
