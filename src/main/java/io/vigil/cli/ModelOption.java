package io.vigil.cli;

import io.vigil.feature.FeatureExtractor;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model scores. */
final class ModelOption {
  /** The registry that comes with Vigil. */
  private static final String SHIPPED = "models";

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "An alias, name:version, a name or a file (default: the setting model.use, or the model that"
              + " comes with Vigil while the registry is empty).")
  String model;

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      description = "The folder of models (default: the setting model.registry).")
  Path registry;

  /** The model's artifact, checked as far as a job would check it. */
  ModelArtifact artifact(Settings settings) throws IOException {
    Path file = file(settings);
    ModelArtifact artifact = ModelArtifact.read(file);
    Model.load(artifact).expecting(FeatureExtractor.SCHEMA);
    return artifact;
  }

  private Path file(Settings settings) throws IOException {
    Path folder = registry != null ? registry : settings.model().registry();
    if (model != null) {
      return new Registry(folder).resolve(model);
    }
    if (registry == null && !Files.isDirectory(folder)) {
      return new Registry(Home.path().resolve(SHIPPED)).resolve(Registry.CHAMPION);
    }
    return new Registry(folder).resolve(settings.model().use());
  }
}
