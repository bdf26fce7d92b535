package io.vigil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.Alert;
import io.vigil.store.AlertDocuments;

/** Alerts for machines: their documents as the store has them. */
final class AlertsJson {

  /** All of one. */
  static String of(Alert alert) {
    return AlertDocuments.alert(alert).body();
  }

  /** An array of those that are shown; the samples around them are left to {@link #of(Alert)}. */
  static String of(AlertListing listing) {
    ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
    for (Alert alert : listing.alerts()) {
      ObjectNode json = (ObjectNode) Json.read(of(alert));
      ((ObjectNode) json.get("evidence")).remove("samples");
      alerts.add(json);
    }
    return alerts.toString();
  }

  private AlertsJson() {}
}
