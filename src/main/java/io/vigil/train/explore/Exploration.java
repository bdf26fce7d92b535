package io.vigil.train.explore;

import io.vigil.feature.FeatureSchema;
import io.vigil.feature.FeatureVector;
import io.vigil.train.Evaluation;
import io.vigil.window.Window;
import java.util.List;
import java.util.Optional;

/**
 * What is to be shown of a data set.
 *
 * @param sources where it came from, for the heading
 * @param windows all of them
 * @param examples one window of each activity
 * @param schema of the features
 * @param evaluation of somebody's predictions on the windows, where there is one
 * @param evaluated whose predictions, in a sentence; the empty string where there is none
 * @param curve by the number of people trained on; empty where it was not asked for
 */
public record Exploration(
    List<String> sources,
    List<FeatureVector> windows,
    List<Window> examples,
    FeatureSchema schema,
    Optional<Evaluation> evaluation,
    String evaluated,
    List<PeopleCurve.Point> curve) {
  /** Features that are shown: more would not be looked at. */
  static final int FEATURES = 12;

  /** Refuses a data set of nothing. */
  public Exploration {
    windows = List.copyOf(windows);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("There is no window, expected one at least");
    }
  }

  List<FeatureVector> labelled() {
    return windows.stream().filter(window -> !window.activity().isEmpty()).toList();
  }
}
