package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.settings.Settings;
import io.vigil.store.AlertReading;
import io.vigil.store.DocumentStore;
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
   * @throws CommandFailed if it is not there, or there is no store
   */
  static Alert inStore(Settings settings, String id) {
    try (DocumentStore store = KeptStore.open(settings)) {
      return new KeptAlerts(store).get(id);
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
