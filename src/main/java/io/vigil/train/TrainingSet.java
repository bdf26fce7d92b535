package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * What a classifier is fitted to: the labelled windows away from changes of the label.
 *
 * @param classes those that occur, in the scheme's order
 * @param windows by person, participant and time
 * @param y the class of each window, its place in {@code classes}
 */
record TrainingSet(List<String> classes, List<FeatureVector> windows, int[] y) {

  /**
   * Chooses the windows of some people.
   *
   * @throws TrainingRefused if fewer than two classes remain
   */
  static TrainingSet of(List<Person> people, TrainingOptions options) {
    ClassScheme scheme = options.scheme();
    double boundarySeconds = options.boundarySeconds();
    List<List<FeatureVector>> byPerson =
        people.stream()
            .map(
                person ->
                    Boundaries.away(person.settled(), boundarySeconds).stream()
                        .filter(window -> scheme.classOf(window.activity()).isPresent())
                        .filter(options.plausibility()::holds)
                        .toList())
            .toList();
    TrainingSet set = of(EqualShares.of(byPerson), scheme);
    if (set.classes().size() < 2) {
      throw new TrainingRefused(
          "The training windows of "
              + people.stream().map(Person::participants).toList()
              + " have the classes "
              + set.classes()
              + " at least "
              + boundarySeconds
              + " s from changes of the label, expected two or more");
    }
    return set;
  }

  /** All of some windows, each with a label of the scheme. */
  static TrainingSet of(List<FeatureVector> windows, ClassScheme scheme) {
    List<String> names =
        windows.stream().map(w -> scheme.classOf(w.activity()).orElseThrow()).toList();
    List<String> classes = scheme.classes().stream().filter(names::contains).toList();
    return new TrainingSet(classes, windows, names.stream().mapToInt(classes::indexOf).toArray());
  }

  double[][] x() {
    return windows.stream().map(FeatureVector::values).toArray(double[][]::new);
  }

  /** Windows of each class. */
  int[] counts() {
    int[] counts = new int[classes.size()];
    for (int c : y) {
      counts[c]++;
    }
    return counts;
  }

  /**
   * One out of so many windows of each class a tree is to see. With balance 1 all classes become as
   * frequent as the rarest, as far as whole numbers go; with 0 they stay.
   */
  int[] thinning(double balance) {
    int[] counts = counts();
    int rarest = java.util.Arrays.stream(counts).min().orElseThrow();
    return java.util.Arrays.stream(counts)
        .map(
            count ->
                (int) Math.max(1, Math.round(StrictMath.pow((double) count / rarest, balance))))
        .toArray();
  }

  /** SHA-256 over ids, times, classes and features of every window. */
  String sha256() {
    MessageDigest digest = Sha256.digest();
    for (int i = 0; i < windows.size(); i++) {
      FeatureVector window = windows.get(i);
      text(digest, window.participantId());
      text(digest, classes.get(y[i]));
      ByteBuffer numbers =
          ByteBuffer.allocate(2 * Long.BYTES + window.values().length * Double.BYTES);
      numbers.putLong(window.start()).putLong(window.end());
      for (double value : window.values()) {
        numbers.putDouble(value);
      }
      digest.update(numbers.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
