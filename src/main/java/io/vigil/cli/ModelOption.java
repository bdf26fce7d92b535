package io.vigil.cli;

import io.vigil.feature.FeatureExtractor;
import io.vigil.model.AliasTakeovers;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

  /**
   * What a job follows: the registry's champion and all other places, now and as they change; or,
   * where another model is asked for by name, that one alone.
   */
  FollowedModels followed(Settings settings) throws IOException {
    if (model != null || !settings.model().use().equals(Registry.CHAMPION)) {
      return FollowedModels.fixed(artifact(settings).toBytes());
    }
    Path own = registry != null ? registry : settings.model().registry();
    FollowedModels promoted = FollowedModels.of(new AliasTakeovers(own.toString()));
    return promoted.hasChampion() ? promoted : promoted.beginningWith(artifact(settings).toBytes());
  }

  private Path file(Settings settings) throws IOException {
    return models(settings).resolve(model != null ? model : settings.model().use());
  }

  private Registry models(Settings settings) throws IOException {
    if (registry != null) {
      return new Registry(registry);
    }
    Path own = settings.model().registry();
    return new Registry(isEmpty(own) ? Home.path().resolve(SHIPPED) : own);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
