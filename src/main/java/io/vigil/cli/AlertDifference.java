package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.Occurrence;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import io.vigil.store.Documents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which alerts the one run raised and the other did not. Two are the same if they are of one type,
 * about one participant, and at one time.
 *
 * @param both how many of the first run the second raised too
 * @param onlyA those of the first run alone
 * @param onlyB those of the second run alone
 */
record AlertDifference(
    @JsonProperty("both") long both,
    @JsonProperty("onlyA") List<Raised> onlyA,
    @JsonProperty("onlyB") List<Raised> onlyB) {

  /** An alert, as a report has it. */
  record Raised(
      @JsonProperty("id") String id,
      @JsonProperty("participantId") String participantId,
      @JsonProperty("type") String type,
      @JsonProperty("severity") String severity,
      @JsonProperty("start") String start,
      @JsonProperty("sentence") String sentence) {
    static Raised of(Alert alert) {
      AlertKey key = alert.key();
      return new Raised(
          key.id(),
          key.participantId(),
          key.type().name(),
          alert.severity().name(),
          Documents.iso(key.start()),
          alert.evidence().sentence());
    }
  }

  /** Compares the alerts in two stores. */
  static AlertDifference between(DocumentStore a, DocumentStore b) {
    return between(alerts(a), alerts(b));
  }

  static AlertDifference between(List<Alert> a, List<Alert> b) {
    List<Raised> onlyA = without(a, b);
    return new AlertDifference(a.size() - onlyA.size(), onlyA, without(b, a));
  }

  private static List<Alert> alerts(DocumentStore store) {
    List<Alert> alerts = new ArrayList<>();
    store.scan(Container.ALERTS, document -> alerts.add(AlertReading.read(document.body())));
    return alerts;
  }

  private static List<Raised> without(List<Alert> alerts, List<Alert> others) {
    return alerts.stream()
        .filter(alert -> others.stream().noneMatch(other -> isSame(alert, other)))
        .sorted(Comparator.comparing((Alert alert) -> alert.key().start()))
        .map(Raised::of)
        .toList();
  }

  private static boolean isSame(Alert one, Alert other) {
    return one.key().type() == other.key().type()
        && one.key().participantId().equals(other.key().participantId())
        && one.key().start() <= last(other)
        && other.key().start() <= last(one);
  }

  /** The last moment of which an alert tells; one that did not end tells of its last occurrence. */
  private static long last(Alert alert) {
    long last = Math.max(alert.times().detected(), alert.times().end());
    for (Occurrence occurrence : alert.occurrences().kept()) {
      last = Math.max(last, occurrence.start());
    }
    return last;
  }
}
