package io.vigil.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The models that were trained, and who was given which place: {@code
 * <name>/<version>/model.vigil-model} with files beside it for people to read, and {@code
 * promotions/}. Nothing in it ever changes or goes away. A version is there once its model file is;
 * what lies beside it comes later and counts for nothing.
 */
public final class Registry {
  /** The alias of the model in use. */
  public static final String CHAMPION = "champion";

  /** The alias of the model that may replace it. */
  public static final String CHALLENGER = "challenger";

  /** The alias of the model in use before. */
  public static final String PREVIOUS = "previous";

  static final String FILE = "model.vigil-model";
  private static final List<String> TAKEN =
      List.of(CHAMPION, CHALLENGER, PREVIOUS, "personal", "promotions");
  private static final Pattern VERSION_FILE = Pattern.compile("([^./][^/]*)/([1-9][0-9]{0,8})/.+");
  private static final Pattern REFERENCE =
      Pattern.compile("([^:/\\\\.][^:/\\\\]*):([1-9]\\d{0,8})");

  private final RegistryFiles files;
  private final Promotions promotions;

  /** Opens the registry in a folder, which is made when the first model comes. */
  public Registry(Path folder) {
    this(new FolderFiles(folder.toString()));
  }

  /** Opens a registry. */
  public Registry(RegistryFiles files) {
    this.files = files;
    this.promotions = new Promotions(files);
  }

  /**
   * A model of the registry.
   *
   * @param path of its file, or its address
   * @param aliases that point to it
   */
  public record Entry(ModelArtifact artifact, String path, List<String> aliases) {}

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
        !TAKEN.contains(name),
        "A model cannot be named '%s': that is an alias or a folder of the registry",
        name);
  }

  /** Adds a model as the next version of a name, with a card for people beside it. */
  public Entry add(String name, ModelArtifact artifact, Function<ModelArtifact, String> card)
      throws IOException {
    return addWith(name, artifact, versioned -> Map.of("card.md", card.apply(versioned)));
  }

  /**
   * Adds a model as the next version of a name.
   *
   * @param beside makes the texts beside it, by the name of their file
   * @return the model with its version, and where it is
   */
  public Entry addWith(
      String name, ModelArtifact artifact, Function<ModelArtifact, Map<String, String>> beside)
      throws IOException {
    checkName(name);
    while (true) {
      ModelArtifact versioned = artifact.as(name, newest(name) + 1);
      try {
        return add(versioned, beside.apply(versioned));
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
  Entry add(ModelArtifact artifact, Map<String, String> beside) throws IOException {
    String folder = artifact.id().name() + "/" + artifact.id().version() + "/";
    try {
      files.create(folder + FILE, artifact.toBytes());
    } catch (FileAlreadyExistsException e) {
      FileAlreadyExistsException failure =
          new FileAlreadyExistsException(
              files.placeOf(folder + FILE), null, "a version never changes");
      failure.initCause(e);
      throw failure;
    }
    SortedMap<String, String> texts = new TreeMap<>(beside);
    texts.put("manifest.json", ArtifactJson.pretty(Readable.of(artifact)));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.create(folder + text.getKey(), text.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return new Entry(artifact, files.placeOf(folder + FILE), List.of());
  }

  /** All models, oldest first; at the same moment by name and version. */
  public Listing list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<ModelRefused> refused = new ArrayList<>();
    Map<String, String> aliases = history().aliases();
    for (String reference : versions("")) {
      ModelFile file = new ModelFile(files.placeOf(pathOf(reference)), new byte[0]);
      try {
        file = file(reference);
        entries.add(
            new Entry(ModelArtifact.read(file), file.place(), aliasesOf(reference, aliases)));
      } catch (ModelRefused e) {
        refused.add(e);
      } catch (NoSuchFileException e) {
        refused.add(new ModelRefused(file.place() + " is missing", e));
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
   * @param reference an alias, a place, {@code name:version}, a name (its newest version), or the
   *     path of a file on this machine
   * @throws IOException if there is none; the message says what there is
   */
  public ModelFile resolve(String reference) throws IOException {
    Map<String, String> aliases = history().aliases();
    String target = aliases.getOrDefault(reference, reference);
    try {
      if (REFERENCE.matcher(target).matches()) {
        return file(target);
      }
      int newest = newest(target);
      if (newest > 0) {
        return file(target + ":" + newest);
      }
    } catch (NoSuchFileException e) {
      // It may be a path.
    }
    Path path = Path.of(reference);
    if (Files.isRegularFile(path)) {
      return ModelFile.at(path);
    }
    throw new NoSuchFileException(
        reference,
        null,
        "no such model in %s%s expected an alias %s, name:version, a name, or the path of a file"
            .formatted(
                files,
                files.list("").isEmpty() ? ", which is empty or no folder;" : ";",
                aliases.keySet()));
  }

  /** Reads and checks the model of a reference. */
  public Model load(String reference) throws IOException {
    return Model.read(resolve(reference));
  }

  /** A text beside the model {@code name:version}, or nothing where there is none. */
  public String beside(String reference, String name) throws IOException {
    String model = pathOf(reference);
    String path = model.substring(0, model.length() - FILE.length()) + name;
    try {
      return new String(files.read(path), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Who was given which place, and when. */
  public PromotionHistory history() throws IOException {
    return promotions.read();
  }

  /** The same for a running job, which looks again and again. */
  public TakeoverReader takeovers() {
    return new RegistryTakeovers(files);
  }

  /**
   * Gives a place to a model of the registry that can be loaded.
   *
   * @param seen the history by which it was decided
   * @throws PromotionOvertaken if the place was given away since; nothing is promoted then
   */
  public Promotion promote(String reference, PromotionOrder order, PromotionHistory seen)
      throws IOException {
    ModelId id = Model.read(resolve(reference)).id();
    try {
      if (!ModelArtifact.read(file(id.reference())).id().equals(id)) {
        throw new IOException(
            "%s is not the model %s of the registry %s; add it first under another version"
                .formatted(reference, id.reference(), files));
      }
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s is not in the registry %s; add it first".formatted(reference, files), e);
    }
    return promotions.add(order.of(id), seen);
  }

  /** Gives a place back to who held it before. */
  public Promotion rollBack(PromotionOrder order) throws IOException {
    PromotionHistory seen = history();
    Promotion before =
        seen.previous(order.place())
            .orElseThrow(
                () ->
                    new IOException(
                        "There is no previous %s in %s to go back to"
                            .formatted(order.place(), files)));
    return promote(before.model(), order, seen);
  }

  /**
   * Empties a place; whoever comes next serves its people.
   *
   * @throws IOException if nobody holds it, or it is the one that serves everybody
   */
  public Promotion withdraw(PromotionOrder order) throws IOException {
    if (order.place().equals(Place.CHAMPION)) {
      throw new IOException(
          "The champion serves everybody who has no other model; promote another instead");
    }
    PromotionHistory seen = history();
    if (seen.holder(order.place()).isEmpty()) {
      throw new IOException(
          "Nobody holds the place %s in %s; the places held are %s"
              .formatted(order.place(), files, seen.aliases().keySet()));
    }
    return promotions.add(order.ofNobody(), seen);
  }

  static String pathOf(String reference) {
    return reference.replace(':', '/') + "/" + FILE;
  }

  private ModelFile file(String reference) throws IOException {
    String path = pathOf(reference);
    return new ModelFile(files.placeOf(path), files.read(path));
  }

  private static List<String> aliasesOf(String reference, Map<String, String> aliases) {
    return aliases.entrySet().stream()
        .filter(alias -> alias.getValue().equals(reference))
        .map(Map.Entry::getKey)
        .toList();
  }

  private int newest(String name) throws IOException {
    if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
      return 0;
    }
    return versions(name + "/").stream()
        .mapToInt(reference -> Integer.parseInt(reference.substring(name.length() + 1)))
        .max()
        .orElse(0);
  }

  /** Versions of which anything is there, as {@code name:version}. */
  private SortedSet<String> versions(String prefix) throws IOException {
    SortedSet<String> versions = new TreeSet<>();
    for (String path : files.list(prefix)) {
      Matcher version = VERSION_FILE.matcher(path);
      if (version.matches()) {
        versions.add(version.group(1) + ":" + version.group(2));
      }
    }
    return versions;
  }

  /** The manifest beside a model, for people. */
  private record Readable(ModelId id, String createdAt, Manifest manifest) {
    static Readable of(ModelArtifact artifact) {
      return new Readable(artifact.id(), artifact.createdAt().toString(), artifact.manifest());
    }
  }
}
