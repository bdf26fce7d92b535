package io.vigil.cli;

import io.vigil.alert.AlertSettings;
import io.vigil.alert.RuleSet;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.model.ModelRefused;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that alerts follow. What is wrong in them is refused here, where somebody can put it
 * right, and not by the job.
 */
final class AlertFiles {

  /** What the settings name, and what comes with Vigil for the rest; for historical samples. */
  static AlertSettings of(Settings settings) {
    AlertSettings alerts = AlertSettings.ofReplay();
    if (settings.rules().isPresent()) {
      alerts = alerts.withRules(rules(settings.rules().get()));
    }
    if (settings.fallModel().isPresent()) {
      alerts = alerts.withFallModel(fallModel(settings.fallModel().get()));
    }
    return alerts;
  }

  private static String rules(Path file) {
    try {
      String text = Files.readString(file);
      RuleSet.read(file.toString(), text);
      return text;
    } catch (IOException e) {
      throw new UsageException(
          "alerts.rules: %s cannot be read; expected a file of rules, as docs/rules.md has them"
              .formatted(file));
    }
  }

  private static String fallModel(Path file) {
    try {
      return FallModelFile.write(FallModelFile.read(file));
    } catch (IOException e) {
      throw new UsageException(
          "alerts.fallModel: %s cannot be read; expected a model as `vigil train-falls` writes it"
              .formatted(file));
    } catch (ModelRefused e) {
      throw new UsageException(
          "alerts.fallModel: %s is refused: %s; expected a model as `vigil train-falls` writes it"
              .formatted(file, e.getMessage()));
    }
  }

  private AlertFiles() {}
}
