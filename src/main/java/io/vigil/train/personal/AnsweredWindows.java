package io.vigil.train.personal;

import io.vigil.feature.FeatureVector;
import io.vigil.learn.GroundTruth;
import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The windows of one wearer that reviewers agree about, as an {@link Adaptation} takes them. */
public final class AnsweredWindows {

  /**
   * Measures windows as {@link SettledWindows} does and keeps those that were answered.
   *
   * @param windows of one wearer, in any order; one that is there twice counts once
   * @param truth what reviewers say
   * @return in order of time, each with the activity that was answered
   */
  public static List<FeatureVector> of(Collection<Window> windows, GroundTruth truth) {
    SortedMap<Long, Window> byStart = new TreeMap<>();
    windows.forEach(window -> byStart.putIfAbsent(window.start(), window));
    List<FeatureVector> answered = new ArrayList<>();
    for (FeatureVector window : SettledWindows.of(List.copyOf(byStart.values()))) {
      Optional<String> label = truth.labelOf(window.participantId(), window.start(), window.end());
      label.ifPresent(activity -> answered.add(labelled(window, activity)));
    }
    return answered;
  }

  private static FeatureVector labelled(FeatureVector window, String activity) {
    return new FeatureVector(
        window.participantId(),
        window.start(),
        window.end(),
        activity,
        window.values(),
        window.doubtful());
  }

  private AnsweredWindows() {}
}
