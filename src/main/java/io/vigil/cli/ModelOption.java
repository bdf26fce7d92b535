package io.vigil.cli;

import io.vigil.feature.FeatureExtractor;
import io.vigil.model.Model;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import io.vigil.model.RegistryFiles;
import io.vigil.model.RegistryTakeovers;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.util.Optional;
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
    if (!follows(settings)) {
      return FollowedModels.fixed(artifact(settings).toBytes());
    }
    FollowedModels promoted = FollowedModels.of(takeovers(settings));
    return promoted.hasChampion() ? promoted : promoted.beginningWith(artifact(settings).toBytes());
  }

  /**
   * The same without a look into the registry, for a job that has its models in a checkpoint; empty
   * where the one model that was asked for by name is in the registry alone.
   */
  Optional<FollowedModels> unread(Settings settings) throws IOException {
    if (!follows(settings)) {
      return Optional.empty();
    }
    ModelArtifact shipped = ModelArtifact.read(shipped().resolve(Registry.CHAMPION));
    Model.load(shipped).expecting(FeatureExtractor.SCHEMA);
    return Optional.of(FollowedModels.unread(takeovers(settings), shipped.toBytes()));
  }

  /** Where models are looked for, for people. */
  String place(Settings settings) {
    return RegistryPlace.files(registry, settings).toString();
  }

  private boolean follows(Settings settings) {
    return model == null && settings.model().use().equals(Registry.CHAMPION);
  }

  private RegistryTakeovers takeovers(Settings settings) {
    return new RegistryTakeovers(RegistryPlace.files(registry, settings));
  }

  private static Registry shipped() {
    return new Registry(Home.path().resolve(SHIPPED));
  }

  /** The registry it comes from: that of the option or the settings, or what Vigil brings. */
  Registry registry(Settings settings) throws IOException {
    RegistryFiles files = RegistryPlace.files(registry, settings);
    return registry == null && files.list("").isEmpty() ? shipped() : new Registry(files);
  }
}
