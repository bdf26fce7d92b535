package io.vigil.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a model as it was found, checked by nobody yet.
 *
 * @param place where, for people
 * @param bytes all of them, or one more than a model may have
 */
public record ModelFile(String place, byte[] bytes) {

  /** The one at a path of this machine, of which no more than the limit is ever held. */
  public static ModelFile at(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new ModelFile(path.toString(), in.readNBytes(Limits.FILE_BYTES + 1));
    }
  }
}
