package io.vigil.train.explore;

import io.vigil.feature.FeatureVector;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many windows there are of whom, doing what.
 *
 * @param activities in the order of columns; the last is {@link #NONE} where windows have no label
 * @param byPerson windows of each activity, by participant
 */
public record Counts(List<String> activities, SortedMap<String, long[]> byPerson) {
  /** Stands for no label. */
  public static final String NONE = "(no label)";

  /** Counts windows. */
  public static Counts of(List<FeatureVector> windows) {
    List<String> activities =
        windows.stream().map(Counts::activity).distinct().sorted(Counts::noneLast).toList();
    SortedMap<String, long[]> byPerson = new TreeMap<>();
    for (FeatureVector window : windows) {
      byPerson
          .computeIfAbsent(window.participantId(), id -> new long[activities.size()])[
          activities.indexOf(activity(window))]++;
    }
    return new Counts(activities, byPerson);
  }

  /** All windows of an activity. */
  public long all(int activity) {
    return byPerson.values().stream().mapToLong(own -> own[activity]).sum();
  }

  private static String activity(FeatureVector window) {
    return window.activity().isEmpty() ? NONE : window.activity();
  }

  private static int noneLast(String one, String other) {
    boolean none = one.equals(NONE);
    return none != other.equals(NONE) ? (none ? 1 : -1) : one.compareTo(other);
  }
}
