package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;

/** Finds the windows away from changes of the label, where the label can be trusted. */
final class Boundaries {

  /**
   * The windows of one person that are at least this far from every change of the label. A change
   * lies where a window with another label starts, or one without. Nothing is known of what lies in
   * a gap, so windows with a gap between them, as those of a lake have, show no change.
   *
   * @param windows by participant, then by time
   */
  static List<FeatureVector> away(List<FeatureVector> windows, double seconds) {
    long distance = Math.round(seconds * 1e6);
    if (distance == 0) {
      return windows;
    }
    List<FeatureVector> away = new ArrayList<>();
    for (int from = 0; from < windows.size(); ) {
      int to = from + 1;
      while (to < windows.size() && sameRun(windows.get(to - 1), windows.get(to))) {
        to++;
      }
      boolean changedBefore = from > 0 && goesOn(windows, from);
      boolean changesAfter = to < windows.size() && goesOn(windows, to);
      long earliest = changedBefore ? windows.get(from).start() + distance : Long.MIN_VALUE;
      long latest = changesAfter ? windows.get(to).start() - distance : Long.MAX_VALUE;
      for (FeatureVector window : windows.subList(from, to)) {
        if (window.start() >= earliest && window.end() <= latest) {
          away.add(window);
        }
      }
      from = to;
    }
    return away;
  }

  private static boolean goesOn(List<FeatureVector> windows, int at) {
    return goesOn(windows.get(at - 1), windows.get(at));
  }

  private static boolean goesOn(FeatureVector a, FeatureVector b) {
    return a.participantId().equals(b.participantId()) && b.start() <= a.end();
  }

  private static boolean sameRun(FeatureVector a, FeatureVector b) {
    return goesOn(a, b) && a.activity().equals(b.activity());
  }

  private Boundaries() {}
}
