package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.Entry;
import io.vigil.alert.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The alerts that still want somebody, as far as they are known, and what is new of each. */
final class AlertBoard {
  private static final Comparator<Alert> WORST_FIRST =
      Comparator.comparing((Alert alert) -> !alert.status().active())
          .thenComparing(alert -> alert.status().acknowledged())
          .thenComparing(Alert::severity)
          .thenComparing(alert -> alert.key().start());

  private final Map<String, Alert> open = new LinkedHashMap<>();
  private final Map<String, Integer> linesSeen = new LinkedHashMap<>();

  /** Takes in an alert as it is now, and answers with the lines of its history that are new. */
  List<Entry> take(Alert alert) {
    if (alert.status() == Status.CLEARED_ACK) {
      open.remove(alert.id());
    } else {
      open.put(alert.id(), alert);
    }
    List<Entry> kept = alert.history().kept();
    int lines = alert.history().folded() + kept.size();
    Integer seen = linesSeen.put(alert.id(), lines);
    int fresh = Math.min(kept.size(), lines - (seen == null ? 0 : seen));
    return List.copyOf(kept.subList(kept.size() - fresh, kept.size()));
  }

  /** All that are not both cleared and acknowledged, the worst first. */
  List<Alert> open() {
    List<Alert> sorted = new ArrayList<>(open.values());
    sorted.sort(WORST_FIRST);
    return sorted;
  }

  /** The worst of those for which something holds. */
  Optional<Alert> worst(Predicate<Status> holds) {
    return open().stream().filter(alert -> holds.test(alert.status())).findFirst();
  }
}
