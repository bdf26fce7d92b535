package io.vigil.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who held a place when. It never changes: with one more it is another one.
 *
 * @param tenures in the order of their revisions, and so of their beginnings: one that never holds
 *     because a later promotion begins no later than it is left out
 */
record Succession(List<Tenure> tenures) {
  static final Succession NOBODY = new Succession(List.of());

  /** How many of a place are remembered; older windows than those are scored as if none was. */
  static final int KEPT = 32;

  /** The same with one more, in whatever order they are heard of. */
  Succession with(Tenure next) {
    for (Tenure known : tenures) {
      if (known.revision() == next.revision() || next.isOverriddenBy(known)) {
        return this;
      }
    }
    List<Tenure> all = new ArrayList<>(tenures);
    all.removeIf(known -> known.isOverriddenBy(next));
    all.add(next);
    all.sort(Comparator.comparingLong(Tenure::revision));
    return new Succession(List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
  }

  /** The model for a window that begins then, or null where there is none. */
  StandingModel at(long start) {
    for (int newest = tenures.size() - 1; newest >= 0; newest--) {
      if (tenures.get(newest).from() <= start) {
        return tenures.get(newest).model();
      }
    }
    return null;
  }

  /** The same, and before everything that is remembered the oldest. */
  StandingModel atOrFirst(long start) {
    StandingModel model = at(start);
    return model != null || tenures.isEmpty() ? model : tenures.get(0).model();
  }
}
