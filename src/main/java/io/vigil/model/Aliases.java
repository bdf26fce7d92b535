package io.vigil.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Names that move from model to model: a small file in the registry, replaced in one step. */
final class Aliases {
  private final Path file;

  Aliases(Path registry) {
    this.file = registry.resolve("aliases.json");
  }

  /** Alias to {@code name:version}; empty while there is no file. */
  SortedMap<String, String> read() throws IOException {
    if (!Files.exists(file)) {
      return Collections.emptySortedMap();
    }
    try {
      return ArtifactJson.read(Files.readAllBytes(file), Content.class);
    } catch (ModelRefused e) {
      throw new IOException(
          file + " is not an object of aliases and models (name:version): " + e.getMessage(), e);
    }
  }

  /** Replaces all aliases; a reader sees the old ones or the new ones. */
  void write(SortedMap<String, String> aliases) throws IOException {
    Path fresh = file.resolveSibling(".aliases-" + UUID.randomUUID() + ".json");
    try {
      Files.writeString(fresh, ArtifactJson.pretty(aliases));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** What the file holds. */
  static final class Content extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;
  }
}
