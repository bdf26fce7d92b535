package io.vigil.learn;

import io.vigil.model.Scored;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The most uncertain windows of a block, few enough to be kept with their samples. When one is too
 * many, the activity that is said of the most of them loses its least uncertain: a reviewer learns
 * more from five activities than from five times the same.
 */
final class Candidates {
  private final Doubt doubt;
  private final long apart;

  /**
   * @param apart least time between the starts of two, microseconds
   */
  Candidates(Doubt doubt, long apart) {
    this.doubt = doubt;
    this.apart = apart;
  }

  /**
   * Takes in one more window.
   *
   * @param kept in order of time; not changed
   * @param next later than all of them
   * @param most how many may be kept
   * @return what is kept now, in order of time
   */
  Scored[] with(Scored[] kept, Scored next, int most) {
    if (kept.length > 0 && start(next) - start(kept[kept.length - 1]) < apart) {
      return doubt(next) > doubt(kept[kept.length - 1])
          ? without(append(kept, next), kept.length - 1)
          : kept;
    }
    Scored[] all = append(kept, next);
    return all.length > most ? without(all, leastWanted(all)) : all;
  }

  private int leastWanted(Scored[] all) {
    Map<String, Integer> counts = new HashMap<>();
    for (Scored window : all) {
      counts.merge(said(window), 1, Integer::sum);
    }
    int least = 0;
    for (int i = 1; i < all.length; i++) {
      int more = counts.get(said(all[i])) - counts.get(said(all[least]));
      // Of two equally wanted the later goes: the choice so far stands.
      if (more > 0 || more == 0 && doubt(all[i]) <= doubt(all[least])) {
        least = i;
      }
    }
    return least;
  }

  private static Scored[] append(Scored[] kept, Scored next) {
    Scored[] all = Arrays.copyOf(kept, kept.length + 1);
    all[kept.length] = next;
    return all;
  }

  private static Scored[] without(Scored[] all, int place) {
    Scored[] rest = Arrays.copyOf(all, all.length - 1);
    System.arraycopy(all, place + 1, rest, place, rest.length - place);
    return rest;
  }

  private double doubt(Scored window) {
    return doubt.of(window.prediction().probabilities());
  }

  private static String said(Scored window) {
    return window.prediction().activity();
  }

  private static long start(Scored window) {
    return window.prediction().start();
  }
}
