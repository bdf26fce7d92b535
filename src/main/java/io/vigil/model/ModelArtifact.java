package io.vigil.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model as it is kept: one file, {@link ArtifactCodec its bytes} plain numbers and JSON. Nothing
 * in it can run code.
 *
 * @param id which model
 * @param createdAt when it was trained; not part of the sha256
 * @param manifest what it is
 * @param forest what it answers with
 * @param personal what makes it one wearer's own; nothing of a model for everybody
 */
public record ModelArtifact(
    ModelId id,
    Instant createdAt,
    Manifest manifest,
    FlatForest forest,
    Optional<Personal> personal) {

  /** A model for everybody. */
  public ModelArtifact(ModelId id, Instant createdAt, Manifest manifest, FlatForest forest) {
    this(id, createdAt, manifest, forest, Optional.empty());
  }

  /** Refuses a forest, or a wearer's windows, that do not fit the manifest. */
  public ModelArtifact {
    ModelRefused.unless(
        forest.features() == manifest.featureSchema().names().size()
            && forest.classes() == manifest.classes().size(),
        "The forest has %d features and %d classes, expected %d and %d as the manifest has",
        forest.features(),
        forest.classes(),
        manifest.featureSchema().names().size(),
        manifest.classes().size());
    personal.ifPresent(own -> own.checkFits(forest.features(), forest.classes()));
  }

  /** A model fresh from training, in no registry yet. */
  public static ModelArtifact of(
      String name, Instant createdAt, Manifest manifest, FlatForest forest) {
    return of(name, createdAt, manifest, forest, Optional.empty());
  }

  /**
   * A model for one wearer, in no registry yet.
   *
   * @param manifest its golden vectors are answered anew: those of the forest, and on top of them
   *     some of the wearer's own windows
   * @param own features of some of the wearer's windows
   */
  public static ModelArtifact personal(
      String name,
      Instant createdAt,
      Manifest manifest,
      FlatForest forest,
      Personal personal,
      List<double[]> own) {
    personal.checkFits(forest.features(), forest.classes());
    Classifier classifier = new PersonalClassifier(new CompiledForest(forest), personal);
    List<GoldenVector> golden = new ArrayList<>();
    manifest
        .goldenVectors()
        .forEach(vector -> golden.add(answered(vector.features(), classifier, forest.classes())));
    own.forEach(features -> golden.add(answered(features, classifier, forest.classes())));
    return of(name, createdAt, manifest.with(golden), forest, Optional.of(personal));
  }

  private static GoldenVector answered(double[] features, Classifier classifier, int classes) {
    double[] answer = new double[classes];
    classifier.probabilities(features, answer);
    return new GoldenVector(features, answer);
  }

  private static ModelArtifact of(
      String name,
      Instant createdAt,
      Manifest manifest,
      FlatForest forest,
      Optional<Personal> personal) {
    String sha256 = ArtifactCodec.sha256(manifest, forest, personal);
    return new ModelArtifact(new ModelId(name, 0, sha256), createdAt, manifest, forest, personal);
  }

  /** The path from features to answers. */
  Classifier classifier() {
    Classifier compiled = new CompiledForest(forest);
    return personal.<Classifier>map(own -> new PersonalClassifier(compiled, own)).orElse(compiled);
  }

  /** The same model under a name and version; its sha256 stays. */
  public ModelArtifact as(String name, int version) {
    return new ModelArtifact(
        new ModelId(name, version, id.sha256()), createdAt, manifest, forest, personal);
  }

  /** The bytes of the file. */
  public byte[] toBytes() {
    return ArtifactCodec.write(this);
  }

  /** Writes the file, which must not be there yet. */
  public void write(Path file) throws IOException {
    Files.write(file, toBytes(), java.nio.file.StandardOpenOption.CREATE_NEW);
  }

  /**
   * Reads an artifact.
   *
   * @throws ModelRefused if it is truncated, altered, of another format, or beyond a limit
   */
  public static ModelArtifact read(byte[] bytes) {
    return ArtifactCodec.read(bytes);
  }

  /**
   * Reads an artifact from a file, of which no more than the limit is ever held.
   *
   * @throws ModelRefused as {@link #read(byte[])}, the message naming the file
   * @throws IOException if the file cannot be read
   */
  public static ModelArtifact read(Path file) throws IOException {
    return read(ModelFile.at(file));
  }

  /**
   * Reads an artifact as it was found in a registry.
   *
   * @throws ModelRefused as {@link #read(byte[])}, the message naming the file
   */
  public static ModelArtifact read(ModelFile file) {
    try {
      return read(file.bytes());
    } catch (ModelRefused e) {
      throw new ModelRefused(file.place() + ": " + e.getMessage(), e);
    }
  }
}
