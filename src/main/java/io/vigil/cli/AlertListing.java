package io.vigil.cli;

import io.vigil.alert.Alert;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What a list of alerts shows, and how many it leaves out.
 *
 * @param alerts the worst first, of equally bad ones the oldest
 * @param technical how many are left out as technical
 * @param replayed how many as replayed
 * @param beyond how many are beyond the limit
 */
record AlertListing(List<Alert> alerts, int technical, int replayed, int beyond) {
  private static final Comparator<Alert> WORST_AND_OLDEST_FIRST =
      Comparator.comparing(Alert::severity)
          .thenComparing(alert -> alert.key().start())
          .thenComparing(Alert::id);

  /**
   * Chooses and orders.
   *
   * @param limit so many are shown at most
   */
  static AlertListing of(Collection<Alert> all, AlertFilter filter, int limit) {
    List<Alert> asked = all.stream().filter(filter::asksFor).toList();
    List<Alert> shown =
        asked.stream().filter(filter::shows).sorted(WORST_AND_OLDEST_FIRST).toList();
    int technical = (int) asked.stream().filter(filter::leavesOutAsTechnical).count();
    return new AlertListing(
        shown.subList(0, Math.min(limit, shown.size())),
        technical,
        asked.size() - shown.size() - technical,
        Math.max(0, shown.size() - limit));
  }
}
