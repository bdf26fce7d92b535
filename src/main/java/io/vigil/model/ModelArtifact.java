package io.vigil.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A model as it is kept: one file, {@link ArtifactCodec its bytes} plain numbers and JSON. Nothing
 * in it can run code.
 *
 * @param id which model
 * @param createdAt when it was trained; not part of the sha256
 * @param manifest what it is
 * @param forest what it answers with
 */
public record ModelArtifact(ModelId id, Instant createdAt, Manifest manifest, FlatForest forest) {

  /** Refuses a forest that does not fit the manifest. */
  public ModelArtifact {
    ModelRefused.unless(
        forest.features() == manifest.featureSchema().names().size()
            && forest.classes() == manifest.classes().size(),
        "The forest has %d features and %d classes, expected %d and %d as the manifest has",
        forest.features(),
        forest.classes(),
        manifest.featureSchema().names().size(),
        manifest.classes().size());
  }

  /** A model fresh from training, in no registry yet. */
  public static ModelArtifact of(
      String name, Instant createdAt, Manifest manifest, FlatForest forest) {
    String sha256 = ArtifactCodec.sha256(manifest, forest);
    return new ModelArtifact(new ModelId(name, 0, sha256), createdAt, manifest, forest);
  }

  /** The same model under a name and version; its sha256 stays. */
  public ModelArtifact as(String name, int version) {
    return new ModelArtifact(new ModelId(name, version, id.sha256()), createdAt, manifest, forest);
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
