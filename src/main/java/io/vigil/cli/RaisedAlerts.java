package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alerts of a run, by type and participant. */
final class RaisedAlerts {
  private final Map<AlertType, Map<String, List<Alert>>> alerts = new EnumMap<>(AlertType.class);

  /** Those in a store. */
  static RaisedAlerts in(DocumentStore store) {
    RaisedAlerts raised = new RaisedAlerts();
    store.scan(Container.ALERTS, document -> raised.add(AlertReading.read(document.body())));
    return raised;
  }

  private void add(Alert alert) {
    alerts
        .computeIfAbsent(alert.key().type(), type -> new HashMap<>())
        .computeIfAbsent(alert.key().participantId(), id -> new ArrayList<>())
        .add(alert);
  }

  /** A participant's of one type. */
  List<Alert> of(AlertType type, String participantId) {
    return alerts.getOrDefault(type, Map.of()).getOrDefault(participantId, List.of());
  }

  /** How many there are of each type. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    alerts.forEach(
        (type, of) -> counts.put(type.name(), of.values().stream().mapToInt(List::size).sum()));
    return counts;
  }
}
