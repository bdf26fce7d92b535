package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import io.vigil.store.DocumentStore;
import io.vigil.train.NewLabels;
import io.vigil.train.Trigger;
import java.io.IOException;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Whether to train at all, for whoever asks every night. */
final class TriggerOptions {
  @Option(
      names = "--trigger",
      description =
          "Train only when enough new labels or drift have come since the champion was trained; otherwise"
              + " say that there is nothing to do.")
  boolean trigger;

  @Option(
      names = "--min-labels",
      paramLabel = "N",
      description = "With --trigger: so many new labelled windows are enough (default: 200).")
  Integer minLabels;

  /** Refuses options that do not go together, before anything is read. */
  void check() {
    if (minLabels != null && !trigger) {
      throw new UsageException("--min-labels is given without --trigger, expected both");
    }
    trigger();
  }

  /** Whether to train, and why. */
  Trigger.Decision decide(NewLabels labels, Registry registry, Settings settings)
      throws IOException {
    OptionalLong count = OptionalLong.empty();
    if (registry.history().holder(Place.CHAMPION).isPresent()) {
      ModelArtifact champion = ModelArtifact.read(registry.resolve(Registry.CHAMPION));
      count = OptionalLong.of(labels.since(champion.manifest().trainedOn()));
    }
    return trigger().decide(count, drift(settings));
  }

  private Trigger trigger() {
    try {
      return new Trigger(minLabels == null ? 200 : minLabels);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--min-labels: " + e.getMessage());
    }
  }

  /** Whether an alert of drift is open in the store; there is none where there is no store yet. */
  private static boolean drift(Settings settings) {
    if (!KeptStore.isThere(settings)) {
      return false;
    }
    try (DocumentStore store = KeptStore.open(settings)) {
      return new KeptAlerts(store).all(unreadable -> {}).stream().anyMatch(TriggerOptions::drifts);
    }
  }

  private static boolean drifts(Alert alert) {
    return alert.key().type() == AlertType.DRIFT && alert.status().active();
  }
}
