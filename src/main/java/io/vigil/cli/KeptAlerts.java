package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The alerts in a store. */
final class KeptAlerts {
  private static final int NEAR_IDS = 3;

  private final DocumentStore store;

  KeptAlerts(DocumentStore store) {
    this.store = store;
  }

  /**
   * All of them.
   *
   * @param unreadable is told of documents that are none, which are left out
   */
  List<Alert> all(Consumer<String> unreadable) {
    List<Alert> alerts = new ArrayList<>();
    store.scan(
        Container.ALERTS,
        document -> {
          try {
            alerts.add(AlertReading.read(document.body()));
          } catch (IllegalArgumentException e) {
            unreadable.accept(document.id() + " is left out: " + e.getMessage());
          }
        });
    return alerts;
  }

  /**
   * The one with this id.
   *
   * @throws CommandFailed where there is none, with the ids that are most like it
   */
  Alert get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "No alert has the id '%s'%s; `vigil alerts list --status ANY` shows which there are"
                        .formatted(id, near(id)),
                    null));
  }

  private Optional<Alert> find(String id) {
    try {
      return AlertKey.of(id)
          .flatMap(key -> store.find(Container.ALERTS, key.participantId(), "", id))
          .map(Document::body)
          .map(AlertReading::read);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("The alert '%s' cannot be read: %s".formatted(id, e.getMessage()), e);
    }
  }

  private String near(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    List<String> ids = new ArrayList<>();
    store.scan(Container.ALERTS, document -> ids.add(document.id()));
    List<String> near =
        ids.stream()
            .filter(one -> isNear(one.toLowerCase(Locale.ROOT), wanted))
            .sorted(Comparator.comparing(one -> edits(one.toLowerCase(Locale.ROOT), wanted)))
            .limit(NEAR_IDS)
            .toList();
    return near.isEmpty() ? "" : ", the nearest are " + String.join(", ", near);
  }

  private static boolean isNear(String one, String wanted) {
    return !wanted.isBlank() && one.contains(wanted)
        || edits(one, wanted) <= Math.max(2, wanted.length() / 4);
  }

  private static int edits(String one, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(one, other);
  }
}
