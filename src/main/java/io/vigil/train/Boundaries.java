package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;

/** Finds the windows away from changes of the label, where the label can be trusted. */
final class Boundaries {

  /**
   * The windows of one person that are at least this far from every change of the label. A change
   * lies where a window with another label starts, or one without.
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
      while (to < windows.size() && sameRun(windows.get(from), windows.get(to))) {
        to++;
      }
      boolean changedBefore = from > 0 && sameParticipant(windows, from);
      boolean changesAfter = to < windows.size() && sameParticipant(windows, to);
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

  private static boolean sameParticipant(List<FeatureVector> windows, int at) {
    return windows.get(at - 1).participantId().equals(windows.get(at).participantId());
  }

  private static boolean sameRun(FeatureVector a, FeatureVector b) {
    return a.participantId().equals(b.participantId()) && a.activity().equals(b.activity());
  }

  private Boundaries() {}
}
