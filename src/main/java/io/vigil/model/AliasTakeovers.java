package io.vigil.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The champion of a folder of models, as if it had been promoted once, for always.
 *
 * @param folder of the registry
 */
public record AliasTakeovers(String folder) implements TakeoverReader {

  @Override
  public List<Takeover> after(long revision) throws IOException {
    Path registry = Path.of(folder);
    if (revision > 0 || !new Aliases(registry).read().containsKey(Registry.CHAMPION)) {
      return List.of();
    }
    byte[] artifact = Files.readAllBytes(new Registry(registry).resolve(Registry.CHAMPION));
    return List.of(new Takeover(1, Long.MIN_VALUE, Place.CHAMPION.toString(), artifact));
  }
}
