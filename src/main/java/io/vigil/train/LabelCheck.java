package io.vigil.train;

import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import java.util.List;

/** What labels of windows must not be. */
final class LabelCheck {

  /**
   * Refuses labels that name no activity: left out without a word, they would be missed.
   *
   * @throws TrainingRefused naming the first, and where
   */
  static void known(List<FeatureVector> windows, ClassScheme scheme) {
    for (FeatureVector window : windows) {
      String label = window.activity();
      if (!label.isEmpty()
          && !Activities.BY_LABEL.contains(label)
          && scheme.classOf(label).isEmpty()) {
        throw new TrainingRefused(
            "Participant %s is labelled '%s' at %s, expected one of %s, or no label"
                .formatted(
                    window.participantId(),
                    label,
                    LabelTimes.time(window.start()),
                    Activities.BY_LABEL));
      }
    }
  }

  /**
   * Refuses two labels of one time, as two sources of the same windows may have them.
   *
   * @param own one participant's windows by time
   * @throws TrainingRefused naming participant, time and labels
   */
  static void oneOfATime(List<FeatureVector> own) {
    for (int w = 1; w < own.size(); w++) {
      FeatureVector before = own.get(w - 1);
      FeatureVector window = own.get(w);
      if (before.start() == window.start() && differ(before.activity(), window.activity())) {
        throw new TrainingRefused(
            "Participant %s has windows of '%s' and '%s' at %s, expected one label for one time; correct one of them or leave it out"
                .formatted(
                    window.participantId(),
                    before.activity(),
                    window.activity(),
                    LabelTimes.time(window.start())));
      }
    }
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  private LabelCheck() {}
}
