package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Scored;
import io.vigil.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A recording whose labels are the answers of a reviewer.
 *
 * @param windows that can be answered, with what a first model says of them, in order of time
 * @param settled all windows as a model is trained on them
 */
record Interview(List<Scored> windows, List<FeatureVector> settled) {

  /** What can be asked about a recording, in order of time. */
  static Interview of(
      List<Measured> recording, List<FeatureVector> settled, Scorer first, ClassScheme scheme) {
    List<Prediction> said =
        Replay.score(first, recording.stream().map(Measured::features).toList());
    List<Scored> windows = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (!recording.get(i).features().doubtful()
          && scheme.classOf(said.get(i).label()).isPresent()) {
        windows.add(new Scored(recording.get(i), said.get(i)));
      }
    }
    return new Interview(windows, settled);
  }

  /** Answers where the review budget asks. */
  List<FeatureVector> uncertain(int answers) {
    return answered(Asking.uncertain(windows, answers));
  }

  /** Answers where chance asks. */
  List<FeatureVector> random(int answers, int draw) {
    List<Long> starts = windows.stream().map(window -> window.prediction().start()).toList();
    long seed = 31L * draw + settled.get(0).participantId().hashCode();
    return answered(Asking.random(starts, answers, seed));
  }

  private List<FeatureVector> answered(Set<Long> starts) {
    return settled.stream().filter(window -> starts.contains(window.start())).toList();
  }
}
