package io.vigil.model;

import io.vigil.feature.FeatureSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A model ready to score: read, checked, compiled, and its golden vectors answered as they were in
 * training.
 *
 * @param id which
 * @param manifest what it is
 * @param classifier what it answers with
 */
public record Model(ModelId id, Manifest manifest, Classifier classifier) {
  private static final LastAnswer<ByteBuffer, Model> LAST_READ =
      new LastAnswer<>(bytes -> load(ModelArtifact.read(bytes.array())));

  /**
   * Compiles a model and asks it its golden vectors.
   *
   * @throws ModelRefused if an answer differs by a single bit from the one of its training
   */
  public static Model load(ModelArtifact artifact) {
    Classifier classifier = artifact.classifier();
    Manifest manifest = artifact.manifest();
    for (int v = 0; v < manifest.goldenVectors().size(); v++) {
      GoldenVector golden = manifest.goldenVectors().get(v);
      double[] seen = new double[manifest.classes().size()];
      classifier.probabilities(golden.features(), seen);
      for (int c = 0; c < seen.length; c++) {
        ModelRefused.unless(
            seen[c] == golden.probabilities()[c],
            "Model %s answers golden vector %d with %s for %s, expected %s",
            artifact.id().reference(),
            v,
            seen[c],
            manifest.classes().get(c),
            golden.probabilities()[c]);
      }
    }
    return new Model(artifact.id(), manifest, classifier);
  }

  /** Reads and loads the bytes of an artifact; while they are the same, once in a process. */
  public static Model read(byte[] bytes) {
    return LAST_READ.to(ByteBuffer.wrap(bytes.clone()));
  }

  /** Reads and loads a model as it was found in a registry. */
  public static Model read(ModelFile file) {
    return load(ModelArtifact.read(file));
  }

  /** Reads and loads a file. */
  public static Model read(Path file) throws IOException {
    return load(ModelArtifact.read(file));
  }

  /**
   * This model, if its features are those that this build computes.
   *
   * @throws ModelRefused if they are not
   */
  public Model expecting(FeatureSchema built) {
    ModelRefused.unless(
        manifest.featureSchemaHash().equals(built.hash()),
        "Model %s has feature schema %.12s (version %d, %d features), this build expects %.12s"
            + " (version %d, %d features)",
        id.reference(),
        manifest.featureSchemaHash(),
        manifest.featureSchema().version(),
        manifest.featureSchema().names().size(),
        built.hash(),
        built.version(),
        built.names().size());
    return this;
  }

  /** The path every window takes; one may be shared by all participants. */
  public Scorer scorer() {
    return new Scorer(id.ref(), manifest.classes(), classifier, manifest.smoothing());
  }

  /**
   * The path windows would take if the model were one wearer's own; to try that before an artifact
   * is made of it.
   *
   * @throws ModelRefused if the wearer's windows do not fit this model
   */
  public Scorer scorer(Personal personal, Smoothing smoothing) {
    personal.checkFits(manifest.featureSchema().names().size(), manifest.classes().size());
    return new Scorer(
        id.ref(), manifest.classes(), new PersonalClassifier(classifier, personal), smoothing);
  }
}
