package io.vigil.cli;

import io.vigil.learn.Label;
import io.vigil.settings.Settings;
import io.vigil.store.DocumentStore;
import io.vigil.store.LabelReading;
import java.util.List;

/** What reviewers said, in the store of the settings. */
final class KeptLabels {

  /** All of it; nothing where there is no store yet, because nobody was asked then. */
  static List<Label> inStore(Settings settings) {
    if (!KeptStore.isThere(settings)) {
      return List.of();
    }
    try (DocumentStore store = KeptStore.open(settings)) {
      return of(store);
    }
  }

  /** The same of a store that is open. */
  static List<Label> of(DocumentStore store) {
    try {
      return LabelReading.all(store);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("The store: " + e.getMessage(), e);
    }
  }

  private KeptLabels() {}
}
