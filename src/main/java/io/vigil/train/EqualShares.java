package io.vigil.train;

import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets nobody count for much more than the others: of a person with a multiple of the usual number
 * of windows (one body with several sensors, say) only every so-manieth is kept, evenly in time.
 */
final class EqualShares {

  static List<FeatureVector> of(List<List<FeatureVector>> byPerson) {
    long usual = median(byPerson);
    List<FeatureVector> kept = new ArrayList<>();
    for (List<FeatureVector> own : byPerson) {
      int every = (int) Math.max(1, Math.round((double) own.size() / Math.max(1, usual)));
      for (int i = 0; i < own.size(); i += every) {
        kept.add(own.get(i));
      }
    }
    return kept;
  }

  private static long median(List<List<FeatureVector>> byPerson) {
    long[] sizes = byPerson.stream().mapToLong(List::size).filter(n -> n > 0).sorted().toArray();
    return sizes.length == 0 ? 1 : sizes[sizes.length / 2];
  }

  private EqualShares() {}
}
