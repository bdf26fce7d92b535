package io.vigil.model;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The models that were trained, in a folder: {@code <name>/<version>/model.vigil-model}, with the
 * manifest and the card beside it for people to read. A version never changes once it is there.
 */
public final class Registry {
  /** The alias of the model in use. */
  public static final String CHAMPION = "champion";

  /** The alias of the model that may replace it. */
  public static final String CHALLENGER = "challenger";

  /** The alias of the model in use before. */
  public static final String PREVIOUS = "previous";

  static final String FILE = "model.vigil-model";
  private static final List<String> ALIASES = List.of(CHAMPION, CHALLENGER, PREVIOUS);

  private final Path folder;
  private final Aliases aliases;

  /** Opens a registry; the folder is made when the first model comes. */
  public Registry(Path folder) {
    this.folder = folder;
    this.aliases = new Aliases(folder);
  }

  /**
   * A model of the registry.
   *
   * @param path of its file
   * @param aliases that point to it
   */
  public record Entry(ModelArtifact artifact, Path path, List<String> aliases) {}

  /**
   * What is in the registry.
   *
   * @param entries the models, oldest first
   * @param refused files that are there but cannot be used, and why
   */
  public record Listing(List<Entry> entries, List<ModelRefused> refused) {}

  /**
   * Tells whether a model may have this name, before one is trained for it.
   *
   * @throws ModelRefused if it may not
   */
  public static void checkName(String name) {
    ModelId.checkName(name);
    ModelRefused.unless(
        !ALIASES.contains(name), "A model cannot be named '%s': that is an alias", name);
  }

  /**
   * Adds a model as the next version of a name.
   *
   * @param card makes the text beside it
   * @return the model with its version, and where it is
   */
  public Entry add(String name, ModelArtifact artifact, Function<ModelArtifact, String> card)
      throws IOException {
    checkName(name);
    while (true) {
      ModelArtifact versioned = artifact.as(name, newest(name) + 1);
      try {
        return add(versioned, card.apply(versioned));
      } catch (FileAlreadyExistsException e) {
        // Another process took the version in between: take the next one.
        continue;
      }
    }
  }

  /**
   * Adds a model at the version it has.
   *
   * @throws FileAlreadyExistsException if that version is there already; it is left as it is
   */
  Entry add(ModelArtifact artifact, String card) throws IOException {
    Path versions = folder.resolve(artifact.id().name());
    Path place = versions.resolve(Integer.toString(artifact.id().version()));
    Files.createDirectories(versions);
    // Filled beside its place and moved there in one step: no reader ever sees half a version.
    Path fresh = Files.createDirectory(versions.resolve(".fresh-" + UUID.randomUUID()));
    try {
      artifact.write(fresh.resolve(FILE));
      Files.writeString(fresh.resolve("manifest.json"), ArtifactJson.pretty(Readable.of(artifact)));
      Files.writeString(fresh.resolve("card.md"), card);
      move(fresh, place);
    } finally {
      delete(fresh);
    }
    return new Entry(artifact, place.resolve(FILE), List.of());
  }

  private static void move(Path fresh, Path place) throws IOException {
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      throw occupied(place, e);
    } catch (FileSystemException e) {
      if (Files.exists(place)) {
        throw occupied(place, e);
      }
      throw e;
    }
  }

  private static FileAlreadyExistsException occupied(Path place, Exception cause) {
    FileAlreadyExistsException failure =
        new FileAlreadyExistsException(place.toString(), null, "a version never changes");
    failure.initCause(cause);
    return failure;
  }

  private static void delete(Path fresh) throws IOException {
    if (Files.exists(fresh)) {
      try (Stream<Path> left = Files.walk(fresh)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** All models, oldest first; at the same moment by name and version. */
  public Listing list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<ModelRefused> refused = new ArrayList<>();
    SortedMap<String, String> known = aliases.read();
    for (Path name : folders(folder)) {
      for (int version : versions(name)) {
        Path file = name.resolve(Integer.toString(version)).resolve(FILE);
        try {
          ModelArtifact artifact = ModelArtifact.read(file);
          entries.add(new Entry(artifact, file, aliasesOf(artifact.id().reference(), known)));
        } catch (ModelRefused e) {
          refused.add(e);
        } catch (NoSuchFileException e) {
          refused.add(new ModelRefused(file + " is missing", e));
        }
      }
    }
    entries.sort(
        Comparator.comparing((Entry e) -> e.artifact().createdAt())
            .thenComparing(e -> e.artifact().id().name())
            .thenComparing(e -> e.artifact().id().version()));
    return new Listing(List.copyOf(entries), List.copyOf(refused));
  }

  /**
   * The file of a model.
   *
   * @param reference an alias, {@code name:version}, a name (its newest version), or a path
   * @throws IOException if there is none; the message says what there is
   */
  public Path resolve(String reference) throws IOException {
    String target = aliases.read().getOrDefault(reference, reference);
    int colon = target.lastIndexOf(':');
    String name = colon < 0 ? target : target.substring(0, colon);
    String version = colon < 0 ? Integer.toString(newest(name)) : target.substring(colon + 1);
    if (!isPath(name) && version.matches("[1-9][0-9]{0,8}")) {
      Path file = folder.resolve(name).resolve(version).resolve(FILE);
      if (Files.exists(file)) {
        return file;
      }
    }
    Path path = Path.of(reference);
    if (Files.isRegularFile(path)) {
      return path;
    }
    throw new NoSuchFileException(
        reference,
        null,
        "no such model in "
            + folder
            + (Files.isDirectory(folder) ? ";" : ", which is no folder;")
            + " expected an alias "
            + aliases.read().keySet()
            + ", name:version, a name, or the path of a file");
  }

  /** Reads and checks the model of a reference. */
  public Model load(String reference) throws IOException {
    return Model.read(resolve(reference));
  }

  /** Points an alias to a model that can be loaded; a new champion makes the old one previous. */
  public void promote(String alias, String reference) throws IOException {
    if (!ALIASES.contains(alias)) {
      throw new IllegalArgumentException(
          "The alias is '" + alias + "', expected one of " + ALIASES);
    }
    String target = registered(reference);
    SortedMap<String, String> changed = new TreeMap<>(aliases.read());
    String before = changed.put(alias, target);
    if (alias.equals(CHAMPION) && before != null && !before.equals(target)) {
      changed.put(PREVIOUS, before);
    }
    aliases.write(changed);
  }

  /** Makes the previous champion the champion again, and the champion the previous one. */
  public void rollBack() throws IOException {
    SortedMap<String, String> changed = new TreeMap<>(aliases.read());
    String previous = changed.get(PREVIOUS);
    if (previous == null) {
      throw new IOException("There is no previous champion in " + folder + " to go back to");
    }
    Model.read(resolve(previous));
    String champion = changed.put(CHAMPION, previous);
    if (champion != null) {
      changed.put(PREVIOUS, champion);
    }
    aliases.write(changed);
  }

  private String registered(String reference) throws IOException {
    Path file = resolve(reference);
    String target = Model.read(file).id().reference();
    if (!Files.isSameFile(file, resolve(target))) {
      throw new IOException(file + " is not in the registry " + folder + "; add it first");
    }
    return target;
  }

  private static List<String> aliasesOf(String reference, SortedMap<String, String> known) {
    return known.entrySet().stream()
        .filter(alias -> alias.getValue().equals(reference))
        .map(Map.Entry::getKey)
        .toList();
  }

  private int newest(String name) throws IOException {
    if (isPath(name)) {
      return 0;
    }
    List<Integer> versions = versions(folder.resolve(name));
    return versions.isEmpty() ? 0 : versions.get(versions.size() - 1);
  }

  private static boolean isPath(String name) {
    return name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\");
  }

  private static List<Integer> versions(Path name) throws IOException {
    return folders(name).stream()
        .map(path -> path.getFileName().toString())
        .filter(version -> version.matches("[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(
              child -> Files.isDirectory(child) && !child.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** The manifest beside a model, for people. */
  private record Readable(ModelId id, String createdAt, Manifest manifest) {
    static Readable of(ModelArtifact artifact) {
      return new Readable(artifact.id(), artifact.createdAt().toString(), artifact.manifest());
    }
  }
}
