package io.vigil.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The forest's part of an artifact, big-endian: features, classes and trees (int32 each); then a
 * tree each: weight (float64), nodes (int32); then a node each: 0 and the leaf's counts, or the
 * feature plus 1 and the threshold (float64). Numbers without a width are variable-length ones.
 */
final class ForestCodec {

  /** Writes a forest. */
  static byte[] write(FlatForest forest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(forest.features());
      out.writeInt(forest.classes());
      out.writeInt(forest.trees().size());
      for (FlatTree tree : forest.trees()) {
        write(tree, forest.classes(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(FlatTree tree, int classes, DataOutputStream out) throws IOException {
    out.writeDouble(tree.weight());
    out.writeInt(tree.features().length);
    int split = 0;
    int leaf = 0;
    for (int feature : tree.features()) {
      writeVarint(feature + 1, out);
      if (feature == FlatTree.LEAF) {
        for (int c = 0; c < classes; c++) {
          writeVarint(tree.counts()[leaf * classes + c], out);
        }
        leaf++;
      } else {
        out.writeDouble(tree.thresholds()[split++]);
      }
    }
  }

  private static void writeVarint(int value, DataOutputStream out) throws IOException {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /**
   * Reads a forest.
   *
   * @throws ModelRefused if the bytes are not exactly one valid forest
   */
  static FlatForest read(byte[] section) {
    Bytes bytes = new Bytes(section, "The forest");
    int features = bytes.int32();
    int classes = bytes.int32();
    int trees = bytes.int32();
    // Refused here and not only by the forest, because the sizes of arrays follow from them.
    ModelRefused.unless(
        classes >= 2 && classes <= Limits.CLASSES && trees >= 1 && trees <= Limits.TREES,
        "The forest has %d classes and %d trees, expected 2 to %d and 1 to %d",
        classes,
        trees,
        Limits.CLASSES,
        Limits.TREES);
    List<FlatTree> read = new ArrayList<>();
    for (int tree = 0; tree < trees; tree++) {
      read.add(readTree(bytes, tree, classes));
    }
    ModelRefused.unless(
        bytes.remaining() == 0, "The forest is followed by %d bytes of no use", bytes.remaining());
    return new FlatForest(features, classes, read);
  }

  private static FlatTree readTree(Bytes bytes, int tree, int classes) {
    double weight = bytes.float64();
    int nodes = bytes.int32();
    // A node takes a byte at least: a length that lies is found before anything is allocated.
    ModelRefused.unless(
        nodes >= 1 && nodes <= Limits.NODES_A_TREE && nodes <= bytes.remaining(),
        "Tree %d has %d nodes in %d bytes, expected 1 to %d",
        tree,
        nodes,
        bytes.remaining(),
        Limits.NODES_A_TREE);
    int[] features = new int[nodes];
    double[] thresholds = new double[nodes / 2];
    int[] counts = new int[(nodes + 1) / 2 * classes];
    int split = 0;
    int leaf = 0;
    for (int node = 0; node < nodes; node++) {
      features[node] = bytes.varint() - 1;
      boolean isLeaf = features[node] == FlatTree.LEAF;
      ModelRefused.unless(
          isLeaf ? (leaf + 1) * classes <= counts.length : split < thresholds.length,
          "Tree %d has too many %s for %d nodes",
          tree,
          isLeaf ? "leaves" : "splits",
          nodes);
      if (isLeaf) {
        for (int c = 0; c < classes; c++) {
          counts[leaf * classes + c] = bytes.varint();
        }
        leaf++;
      } else {
        thresholds[split++] = bytes.float64();
      }
    }
    return new FlatTree(
        weight, features, Arrays.copyOf(thresholds, split), Arrays.copyOf(counts, leaf * classes));
  }

  private ForestCodec() {}
}
