package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.List;

/**
 * What a lake had to train on, and what became of every example in it: {@code examples = windows +
 * twice + contradicting + unlabelled + doubtful + otherWindows}.
 *
 * @param windows by participant, then by time, with their labels
 * @param examples that were read
 * @param reviewed windows whose label is a reviewer's
 * @param measuredAgain windows of another build's features, computed by this one
 * @param twice examples of a window that was there already
 * @param contradicting windows that messages give two labels, and nobody looked at
 * @param unlabelled windows of which nobody knows the activity
 * @param doubtful windows from whose samples nothing can be concluded
 * @param otherWindows windows of another length or rate than this build's
 */
public record LakeTally(
    List<FeatureVector> windows,
    long examples,
    long reviewed,
    long measuredAgain,
    long twice,
    long contradicting,
    long unlabelled,
    long doubtful,
    long otherWindows) {

  public LakeTally {
    windows = List.copyOf(windows);
  }

  /** Adds it up. */
  static final class Counting {
    long examples;
    long reviewed;
    long measuredAgain;
    long twice;
    long contradicting;
    long unlabelled;
    long doubtful;
    long otherWindows;

    LakeTally of(List<FeatureVector> windows) {
      return new LakeTally(
          windows,
          examples,
          reviewed,
          measuredAgain,
          twice,
          contradicting,
          unlabelled,
          doubtful,
          otherWindows);
    }
  }
}
