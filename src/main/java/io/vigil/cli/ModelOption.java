package io.vigil.cli;

import io.vigil.feature.FeatureExtractor;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import io.vigil.model.RegistryFiles;
import io.vigil.model.RegistryTakeovers;
import io.vigil.settings.Settings;
import java.io.IOException;
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
      paramLabel = "PLACE",
      description = "The folder or container of models (default: the setting model.registry).")
  String registry;

  /** The model's artifact, checked as far as a job would check it. */
  ModelArtifact artifact(Settings settings) throws IOException {
    ModelArtifact artifact =
        ModelArtifact.read(
            registry(settings).resolve(model != null ? model : settings.model().use()));
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
    FollowedModels promoted =
        FollowedModels.of(new RegistryTakeovers(RegistryPlace.files(registry, settings)));
    return promoted.hasChampion() ? promoted : promoted.beginningWith(artifact(settings).toBytes());
  }

  /** The registry it comes from: that of the option or the settings, or what Vigil brings. */
  Registry registry(Settings settings) throws IOException {
    RegistryFiles files = RegistryPlace.files(registry, settings);
    return registry == null && files.list("").isEmpty()
        ? new Registry(Home.path().resolve(SHIPPED))
        : new Registry(files);
  }
}
