package io.vigil.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A forest as an ONNX model: one TreeEnsembleClassifier of ai.onnx.ml 3 on doubles. The numbers of
 * the fields are those of onnx.proto.
 */
final class OnnxForestModel {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int DOUBLE = 11;
  private static final int TYPE_INTS = 7;
  private static final int TYPE_STRINGS = 8;
  private static final int TYPE_STRING = 3;
  private static final int TYPE_TENSOR = 4;

  private final List<Long> nodeTree = new ArrayList<>();
  private final List<Long> nodeId = new ArrayList<>();
  private final List<Long> nodeFeature = new ArrayList<>();
  private final List<Long> nodeTrue = new ArrayList<>();
  private final List<Long> nodeFalse = new ArrayList<>();
  private final List<Double> nodeValue = new ArrayList<>();
  private final List<String> nodeMode = new ArrayList<>();
  private final List<Long> leafTree = new ArrayList<>();
  private final List<Long> leafNode = new ArrayList<>();
  private final List<Long> leafClass = new ArrayList<>();
  private final List<Double> leafWeight = new ArrayList<>();

  static byte[] bytes(FlatForest forest) {
    OnnxForestModel model = new OnnxForestModel();
    for (int t = 0; t < forest.trees().size(); t++) {
      model.add(t, forest.trees().get(t), forest.classes());
    }
    return model.proto(forest);
  }

  private void add(long tree, FlatTree flat, int classes) {
    int split = 0;
    int leaf = 0;
    for (int n = 0; n < flat.features().length; n++) {
      boolean isLeaf = flat.features()[n] == FlatTree.LEAF;
      nodeTree.add(tree);
      nodeId.add((long) n);
      nodeFeature.add(isLeaf ? 0L : flat.features()[n]);
      nodeValue.add(isLeaf ? 0.0 : flat.thresholds()[split]);
      nodeMode.add(isLeaf ? "LEAF" : "BRANCH_LEQ");
      nodeTrue.add(isLeaf ? 0L : 2 * split + 1);
      nodeFalse.add(isLeaf ? 0L : 2 * split + 2);
      if (isLeaf) {
        addLeaf(tree, n, flat, leaf++, classes);
      } else {
        split++;
      }
    }
  }

  private void addLeaf(long tree, int node, FlatTree flat, int leaf, int classes) {
    double sum = classes;
    for (int c = 0; c < classes; c++) {
      sum += flat.counts()[leaf * classes + c];
    }
    for (int c = 0; c < classes; c++) {
      leafTree.add(tree);
      leafNode.add((long) node);
      leafClass.add((long) c);
      leafWeight.add(flat.weight() * (flat.counts()[leaf * classes + c] + 1) / sum);
    }
  }

  private byte[] proto(FlatForest forest) {
    List<Long> labels = new ArrayList<>();
    for (long c = 0; c < forest.classes(); c++) {
      labels.add(c);
    }
    Protobuf node =
        new Protobuf()
            .text(1, "x")
            .text(2, "label")
            .text(2, "scores")
            .text(4, "TreeEnsembleClassifier")
            .text(7, "ai.onnx.ml")
            .message(5, ints("classlabels_int64s", labels))
            .message(5, ints("nodes_treeids", nodeTree))
            .message(5, ints("nodes_nodeids", nodeId))
            .message(5, ints("nodes_featureids", nodeFeature))
            .message(5, ints("nodes_truenodeids", nodeTrue))
            .message(5, ints("nodes_falsenodeids", nodeFalse))
            .message(5, strings("nodes_modes", nodeMode))
            .message(5, doubles("nodes_values_as_tensor", nodeValue))
            .message(5, ints("class_treeids", leafTree))
            .message(5, ints("class_nodeids", leafNode))
            .message(5, ints("class_ids", leafClass))
            .message(5, doubles("class_weights_as_tensor", leafWeight))
            .message(
                5,
                new Protobuf().text(1, "post_transform").text(4, "NONE").number(20, TYPE_STRING));
    Protobuf graph =
        new Protobuf()
            .message(1, node)
            .text(2, "forest")
            .message(11, tensor("x", DOUBLE, 1, forest.features()))
            .message(12, tensor("label", INT64, 1))
            .message(12, tensor("scores", FLOAT, 1, forest.classes()));
    return new Protobuf()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Protobuf().text(1, "ai.onnx.ml").number(2, 3))
        .message(8, new Protobuf().text(1, "").number(2, 15))
        .toBytes();
  }

  private static Protobuf tensor(String name, int type, int... dimensions) {
    Protobuf shape = new Protobuf();
    for (int dimension : dimensions) {
      shape.message(1, new Protobuf().number(1, dimension));
    }
    Protobuf tensor = new Protobuf().number(1, type).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }

  private static Protobuf ints(String name, List<Long> values) {
    Protobuf attribute = new Protobuf().text(1, name);
    values.forEach(value -> attribute.number(8, value));
    return attribute.number(20, TYPE_INTS);
  }

  private static Protobuf strings(String name, List<String> values) {
    Protobuf attribute = new Protobuf().text(1, name);
    values.forEach(value -> attribute.text(9, value));
    return attribute.number(20, TYPE_STRINGS);
  }

  private static Protobuf doubles(String name, List<Double> values) {
    ByteBuffer raw =
        ByteBuffer.allocate(values.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach(raw::putDouble);
    Protobuf tensor =
        new Protobuf().number(1, values.size()).number(2, DOUBLE).bytes(9, raw.array());
    return new Protobuf().text(1, name).message(5, tensor).number(20, TYPE_TENSOR);
  }
}
