package io.vigil.train;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Scorer;
import io.vigil.model.ScoringState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores recorded windows in the order of time, as the job does. */
public final class Replay {

  /**
   * One prediction a window.
   *
   * @param windows in the order of time within each participant
   */
  public static List<Prediction> score(Scorer scorer, List<FeatureVector> windows) {
    Map<String, ScoringState> states = new HashMap<>();
    List<Prediction> predictions = new ArrayList<>();
    for (FeatureVector window : windows) {
      ScoringState state = states.computeIfAbsent(window.participantId(), id -> new ScoringState());
      predictions.add(scorer.score(window, state));
    }
    return predictions;
  }

  private Replay() {}
}
