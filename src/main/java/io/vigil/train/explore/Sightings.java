package io.vigil.train.explore;

import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps some windows of each activity, drawn by chance, the same whichever order they come in; the
 * one of them that moves neither much nor little stands for the activity. Labels are late or early
 * by seconds, so that any one window may show something else.
 */
public final class Sightings {
  private static final int DRAWN = 25;

  private final Map<String, List<Window>> byActivity = new TreeMap<>();

  /** Takes in a window. */
  public void add(Window window) {
    if (window.activity().isEmpty()) {
      return;
    }
    List<Window> drawn =
        byActivity.computeIfAbsent(window.activity(), activity -> new ArrayList<>());
    drawn.add(window);
    if (drawn.size() > DRAWN) {
      drawn.remove(drawn.stream().max(Comparator.comparingLong(Sightings::lot)).orElseThrow());
    }
  }

  /** One a labelled activity, by its name. */
  public List<Window> windows() {
    return byActivity.values().stream().map(Sightings::middle).toList();
  }

  private static Window middle(List<Window> drawn) {
    List<Window> sorted =
        drawn.stream()
            .sorted(
                Comparator.comparingDouble(Sightings::liveliness).thenComparingLong(Sightings::lot))
            .toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Mean square of the changes from sample to sample. */
  private static double liveliness(Window window) {
    double sum = 0;
    for (float[] axis : List.of(window.x(), window.y(), window.z())) {
      for (int i = 1; i < axis.length; i++) {
        sum += (axis[i] - axis[i - 1]) * (double) (axis[i] - axis[i - 1]);
      }
    }
    return sum / window.x().length;
  }

  /** A number that says nothing of the window (the last step of Java's SplittableRandom). */
  private static long lot(Window window) {
    long mixed = window.participantId().hashCode() * 0x9e3779b97f4a7c15L + window.start();
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
