package io.vigil.train.personal;

import io.vigil.activity.Activities;
import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import io.vigil.train.TrainingRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one wearer: windows with the class that they are answered to be.
 *
 * @param participantId whose
 * @param windows in order of time, each of a class
 * @param classes of the windows
 */
record Answers(String participantId, List<FeatureVector> windows, List<String> classes) {

  /**
   * Sorts answers, and leaves out those that the scheme has no class for.
   *
   * @throws TrainingRefused if they are of several people, contradict each other, name an activity
   *     that nobody knows, or hold a feature that is no number
   */
  static Answers of(String participantId, List<FeatureVector> labelled, ClassScheme scheme) {
    Map<Long, String> said = new HashMap<>();
    for (FeatureVector window : labelled) {
      check(participantId, window, scheme);
      String before = said.putIfAbsent(window.start(), window.activity());
      if (before != null && !before.equals(window.activity())) {
        throw new TrainingRefused(
            "The window of %s at %d us is answered as %s and as %s, expected one answer"
                .formatted(participantId, window.start(), before, window.activity()));
      }
    }
    List<FeatureVector> windows =
        labelled.stream()
            .filter(window -> !window.doubtful())
            .filter(window -> scheme.classOf(window.activity()).isPresent())
            .sorted(Comparator.comparing(FeatureVector::start))
            .toList();
    return new Answers(
        participantId,
        windows,
        windows.stream().map(window -> scheme.classOf(window.activity()).orElseThrow()).toList());
  }

  private static void check(String participantId, FeatureVector window, ClassScheme scheme) {
    if (!window.participantId().equals(participantId)) {
      throw new TrainingRefused(
          "A window of %s is among the answers about %s, expected one person's"
              .formatted(window.participantId(), participantId));
    }
    if (scheme.classOf(window.activity()).isEmpty()
        && !Activities.BY_LABEL.contains(window.activity())) {
      throw new TrainingRefused(
          "The window of %s at %d us is answered as '%s', expected one of %s"
              .formatted(participantId, window.start(), window.activity(), Activities.BY_LABEL));
    }
    for (double value : window.values()) {
      if (!Double.isFinite(value)) {
        throw new TrainingRefused(
            "A feature of %s at %d us is %s, expected a finite number"
                .formatted(participantId, window.start(), value));
      }
    }
  }

  int size() {
    return windows.size();
  }

  /** The activities answered about, in no particular order. */
  List<String> activities() {
    return classes.stream().distinct().toList();
  }

  /** Those at places that a test holds for. */
  Answers where(java.util.function.IntPredicate place) {
    List<FeatureVector> some = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      if (place.test(i)) {
        some.add(windows.get(i));
        theirs.add(classes.get(i));
      }
    }
    return new Answers(participantId, some, theirs);
  }
}
