package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.settings.Settings;
import io.vigil.store.AlertReading;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.Documents;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds an alert by its id: in a file of a replay, or in the store of the settings. */
final class AlertLookup {
  private static final int SHOWN = 3;

  /**
   * Looks in a file of JSON lines, an alert each.
   *
   * @throws UsageException if it is not there
   */
  static Alert inFile(Path file, String id) {
    List<String> lines = lines(file);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Alert alert = read(lines.get(i), "--alerts %s line %d: ".formatted(file, i + 1));
      if (alert.id().equals(id)) {
        return alert;
      }
      others.add(alert.id());
    }
    throw new UsageException(
        "--alerts %s has no alert '%s'; expected one of its %,d, such as %s"
            .formatted(file, id, others.size(), others.subList(0, Math.min(SHOWN, others.size()))));
  }

  /**
   * Looks in the store.
   *
   * @throws UsageException if it is not there, or this store cannot be read from here
   */
  static Alert inStore(Settings settings, String id) {
    AlertKey key =
        AlertKey.of(id)
            .orElseThrow(
                () ->
                    new UsageException(
                        "'%s' is no alert's id; expected one like p1_fall_2026-01-05T09:00:00.019Z"
                            .formatted(id)));
    if (settings.store().kind() != Settings.Store.Kind.SQLITE) {
      throw new UsageException(
          "The store of the settings is not a local one; expected --alerts FILE with the alert's document as a line");
    }
    Path file = settings.store().path();
    if (!Files.exists(file)) {
      throw new UsageException(
          "The store %s is not there; expected one with alerts, or --alerts FILE".formatted(file));
    }
    try (DocumentStore store = SqliteStore.open(file)) {
      String body =
          store
              .find(Container.ALERTS, key.participantId(), Documents.day(key.start()), id)
              .map(Document::body)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "The store %s has %,d alerts, none of them '%s'; expected the id of one of them"
                              .formatted(file, store.count(Container.ALERTS), id)));
      return read(body, "The store %s, alert %s: ".formatted(file, id));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new UsageException(
          "--alerts %s is no text; expected JSON lines, an alert each".formatted(file));
    } catch (IOException e) {
      throw new UsageException(
          "--alerts %s cannot be read; expected JSON lines, an alert each, as `vigil replay --out DIR` writes them"
              .formatted(file));
    }
  }

  private static Alert read(String body, String place) {
    try {
      return AlertReading.read(body);
    } catch (IllegalArgumentException e) {
      throw new UsageException(place + e.getMessage());
    }
  }

  private AlertLookup() {}
}
