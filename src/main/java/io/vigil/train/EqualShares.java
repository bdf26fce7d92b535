package io.vigil.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets nobody count for much more than the others: of a person with a multiple of the usual number
 * of windows (one body with several sensors, say) only every so-manieth is kept, evenly in time.
 */
final class EqualShares {

  static <T> List<T> of(List<List<T>> byPerson) {
    long usual = median(byPerson);
    List<T> kept = new ArrayList<>();
    for (List<T> own : byPerson) {
      int every = (int) Math.max(1, Math.round((double) own.size() / Math.max(1, usual)));
      for (int i = 0; i < own.size(); i += every) {
        kept.add(own.get(i));
      }
    }
    return kept;
  }

  private static <T> long median(List<List<T>> byPerson) {
    long[] sizes = byPerson.stream().mapToLong(List::size).filter(n -> n > 0).sorted().toArray();
    return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
  }

  private EqualShares() {}
}
