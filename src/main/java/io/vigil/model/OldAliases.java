package io.vigil.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Registries of older versions of Vigil had a file of aliases and no history. It is read as if the
 * models had been promoted in order, for all event time, and never written.
 */
final class OldAliases {
  private static final String FILE = "aliases.json";

  /** The history it stands for; empty where there is no such file. */
  static List<Promotion> in(RegistryFiles files) throws IOException {
    Map<String, String> aliases;
    try {
      aliases = ArtifactJson.read(files.read(FILE), Content.class);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (ModelRefused e) {
      throw new IOException(
          files.placeOf(FILE)
              + " is not an object of aliases and models (name:version): "
              + e.getMessage(),
          e);
    }
    List<Promotion> history = new ArrayList<>();
    add(history, Place.CHAMPION, aliases.get(Registry.PREVIOUS), files);
    add(history, Place.CHAMPION, aliases.get(Registry.CHAMPION), files);
    add(history, Place.CHALLENGER, aliases.get(Registry.CHALLENGER), files);
    return List.copyOf(history);
  }

  private static void add(List<Promotion> history, Place place, String model, RegistryFiles files)
      throws IOException {
    if (model != null) {
      history.add(
          new Promotion(
              history.size() + 1,
              place,
              model,
              sha256(model, files),
              Promotion.ALWAYS,
              Instant.EPOCH,
              FILE,
              "",
              false,
              List.of()));
    }
  }

  /** Empty where the model cannot be read: whoever uses it will say so. */
  private static String sha256(String model, RegistryFiles files) throws IOException {
    try {
      return ModelArtifact.read(files.read(Registry.pathOf(model))).id().sha256();
    } catch (NoSuchFileException | ModelRefused e) {
      return "";
    }
  }

  /** What the file holds. */
  static final class Content extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;
  }

  private OldAliases() {}
}
