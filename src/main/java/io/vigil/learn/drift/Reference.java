package io.vigil.learn.drift;

import io.vigil.activity.Activities;
import io.vigil.model.FeatureProfile;
import io.vigil.model.TrainingProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * A training profile made ready to count by. The bins of all features lie one after the other.
 *
 * <p>Features are held against training windows that the model said the same of: who sits more than
 * the training people did has other features than theirs, and nothing has drifted. Where a class
 * was hardly ever said in training, all of its windows together stand in.
 */
public final class Reference {
  /** Windows' worth of trust in all classes together, where one has few of its own. */
  private static final double PRIOR = 20;

  private final TrainingProfile profile;
  private final List<String> said;
  private final int[] places;
  private final double[][] edges;
  private final int[] firsts;
  private final double[][] shares;
  private final double[][] surprises;

  /**
   * @param schema names of a window's features, in order
   * @param classes of the model, in its order
   */
  public Reference(TrainingProfile profile, List<String> schema, List<String> classes) {
    this.profile = profile;
    this.said = new ArrayList<>(classes);
    said.add(Activities.UNKNOWN);
    int features = profile.features().size();
    places = new int[features];
    edges = new double[features][];
    firsts = new int[features + 1];
    for (int f = 0; f < features; f++) {
      FeatureProfile feature = profile.features().get(f);
      places[f] = schema.indexOf(feature.name());
      edges[f] = feature.edges();
      firsts[f + 1] = firsts[f] + feature.bins();
    }
    shares = new double[classes.size()][firsts[features]];
    surprises = new double[classes.size()][firsts[features]];
    for (int c = 0; c < classes.size(); c++) {
      for (int f = 0; f < features; f++) {
        share(c, f);
      }
    }
  }

  private void share(int c, int f) {
    int[][] windows = profile.features().get(f).windows();
    int bins = windows[c].length;
    double[] all = new double[bins];
    double sum = 0;
    double own = 0;
    for (int b = 0; b < bins; b++) {
      for (int[] row : windows) {
        all[b] += row[b];
      }
      // As in the index, so that no share is 0.
      all[b] += 0.5;
      sum += all[b];
      own += windows[c][b];
    }
    double entropy = 0;
    for (int b = 0; b < bins; b++) {
      double share = (windows[c][b] + PRIOR * all[b] / sum) / (own + PRIOR);
      shares[c][firsts[f] + b] = share;
      entropy -= share * Math.log(share);
    }
    for (int b = firsts[f]; b < firsts[f + 1]; b++) {
      surprises[c][b] = (-Math.log(shares[c][b]) - entropy) / places.length;
    }
  }

  /** Whether there is nothing to hold anything against. */
  public boolean isNone() {
    return profile.isNone() || places.length == 0;
  }

  /** Bins of all features. */
  public int bins() {
    return firsts[places.length];
  }

  /** What the model can say, the unknown at last. */
  public List<String> said() {
    return said;
  }

  /** The place of what the model said; the unknown's for what it cannot say. */
  public int place(String activity) {
    int place = said.indexOf(activity);
    return place < 0 ? said.size() - 1 : place;
  }

  /**
   * Counts a window's features.
   *
   * @param values in the order of the schema
   * @param c what the model said of it, not the unknown
   * @param seen one is added to a bin of each feature
   * @return how unlike training windows of that class it is, in nats a feature, at the mean 0 for
   *     such windows themselves
   */
  public double count(double[] values, int c, int[] seen) {
    double surprise = 0;
    double[] row = surprises[c];
    for (int f = 0; f < places.length; f++) {
      int bin = firsts[f] + FeatureProfile.bin(edges[f], values[places[f]]);
      seen[bin]++;
      surprise += row[bin];
    }
    return surprise;
  }

  /**
   * What was seen beside what training lets expect of as many windows of the same classes: one
   * spread a feature, and at last that of what was said.
   *
   * @param seen as {@link #count} left it
   * @param counts windows by what was said of them
   */
  public List<Spread> spreads(int[] seen, int[] counts) {
    List<Spread> spreads = new ArrayList<>();
    for (int f = 0; f < places.length; f++) {
      int bins = edges[f].length + 1;
      double[] own = new double[bins];
      double[] expected = new double[bins];
      for (int b = 0; b < bins; b++) {
        own[b] = seen[firsts[f] + b];
        for (int c = 0; c < shares.length; c++) {
          expected[b] += counts[c] * shares[c][firsts[f] + b];
        }
      }
      FeatureProfile feature = profile.features().get(f);
      spreads.add(Spread.of(feature.name(), own, expected, feature.onePerson()));
    }
    spreads.add(ofSaid(counts));
    return spreads;
  }

  private Spread ofSaid(int[] counts) {
    double windows = 0;
    double trained = 0;
    for (int c = 0; c < counts.length; c++) {
      windows += counts[c];
      trained += profile.said()[c];
    }
    double[] own = new double[counts.length];
    double[] expected = new double[counts.length];
    for (int c = 0; c < counts.length; c++) {
      own[c] = counts[c];
      expected[c] = trained == 0 ? 0 : windows * profile.said()[c] / trained;
    }
    return Spread.of(Spread.SAID, own, expected, profile.onePerson());
  }

  /** Bodies that the model was trained on. */
  public int people() {
    return profile.people();
  }
}
