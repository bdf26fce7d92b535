package io.vigil.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to an alert, oldest first. How it began is always kept; of the rest the oldest
 * lines are only counted once there are more than {@value #MOST}.
 *
 * @param folded how many lines after the first are only counted
 * @param kept the first line and the newest
 */
public record History(int folded, List<Entry> kept) {
  static final int MOST = 40;
  static final History EMPTY = new History(0, List.of());

  public History {
    kept = List.copyOf(kept);
  }

  History and(Entry next) {
    List<Entry> more = new ArrayList<>(kept);
    more.add(next);
    if (more.size() <= MOST) {
      return new History(folded, more);
    }
    more.remove(1);
    return new History(folded + 1, more);
  }
}
