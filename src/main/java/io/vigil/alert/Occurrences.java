package io.vigil.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * The times that the cause of an alert was seen, oldest first.
 *
 * @param folded how many of the oldest are only counted
 * @param kept at most {@value #MOST}
 */
public record Occurrences(int folded, List<Occurrence> kept) {
  static final int MOST = 20;

  public Occurrences {
    kept = List.copyOf(kept);
  }

  /** How often in all. */
  public int count() {
    return folded + kept.size();
  }

  static Occurrences first(Occurrence occurrence) {
    return new Occurrences(0, List.of(occurrence));
  }

  Occurrences and(Occurrence next) {
    List<Occurrence> more = new ArrayList<>(kept);
    more.add(next);
    int over = Math.max(0, more.size() - MOST);
    return new Occurrences(folded + over, more.subList(over, more.size()));
  }
}
