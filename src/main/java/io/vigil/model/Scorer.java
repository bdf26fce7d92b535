package io.vigil.model;

import io.vigil.activity.Activities;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import java.util.Arrays;
import java.util.List;

/** Says what a participant does in a window: the one path of the job and of evaluation. */
public final class Scorer {
  private final ModelRef model;
  private final List<String> classes;
  private final Classifier classifier;
  private final ForwardFilter filter;

  /**
   * Puts a classifier and the smoothing behind it together.
   *
   * @param model which it is; a state left by another one is started afresh
   * @param classes in the classifier's order
   */
  public Scorer(ModelRef model, List<String> classes, Classifier classifier, Smoothing smoothing) {
    this.model = model;
    this.classes = List.copyOf(classes);
    this.classifier = classifier;
    this.filter = new ForwardFilter(smoothing);
  }

  /**
   * Scores one participant's next window.
   *
   * @param window in the order of time within a participant
   * @param state of that participant; updated
   */
  public Prediction score(FeatureVector window, ScoringState state) {
    if (!model.sha256().equals(state.modelSha256)) {
      state.belief = new double[0];
      state.modelSha256 = model.sha256();
    }
    state.lastStart = window.start();
    if (window.doubtful()) {
      return unknown(window, state);
    }
    double[] forest = new double[classes.size()];
    classifier.probabilities(window.values(), forest);
    double[] probabilities = filter.step(state, window.start(), window.end(), forest);
    int best = mostProbable(probabilities);
    return new Prediction(
        window.participantId(),
        window.start(),
        window.end(),
        classes.get(best),
        probabilities[best],
        probabilities,
        window.activity(),
        model);
  }

  /** Nothing is claimed, and what comes after is judged afresh. */
  private Prediction unknown(FeatureVector window, ScoringState state) {
    state.belief = new double[0];
    double[] equal = new double[classes.size()];
    Arrays.fill(equal, 1.0 / equal.length);
    return new Prediction(
        window.participantId(),
        window.start(),
        window.end(),
        Activities.UNKNOWN,
        0,
        equal,
        window.activity(),
        model);
  }

  /** The first of the greatest, as Smile breaks ties. */
  private static int mostProbable(double[] probabilities) {
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    return best;
  }
}
