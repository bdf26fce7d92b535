package io.vigil.model;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The history of promotions in a registry's files: {@code promotions/000001.json} and so on. A file
 * is created once and never changed, so of two who write the same revision one is refused.
 */
final class Promotions {
  static final String FOLDER = "promotions/";
  private static final Pattern FILE = Pattern.compile("promotions/([0-9]{6,12})\\.json");

  private final RegistryFiles files;

  Promotions(RegistryFiles files) {
    this.files = files;
  }

  /** All of them. */
  PromotionHistory read() throws IOException {
    return new PromotionHistory(after(0));
  }

  /**
   * Those after a revision. A registry without history may have the aliases of older versions of
   * Vigil, which stand for the first revisions.
   *
   * @throws IOException if a revision is missing or cannot be read: history is only added to
   */
  List<Promotion> after(long revision) throws IOException {
    List<String> paths =
        files.list(FOLDER).stream().filter(path -> FILE.matcher(path).matches()).toList();
    if (paths.isEmpty()) {
      return OldAliases.in(files).stream().filter(p -> p.revision() > revision).toList();
    }
    List<Promotion> read = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      String expected = path(i + 1);
      if (!paths.get(i).equals(expected)) {
        throw new IOException(
            "%s is missing, expected every revision up to the newest, %s: the history is only added to"
                .formatted(files.placeOf(expected), paths.get(paths.size() - 1)));
      }
      if (i + 1 > revision) {
        read.add(one(i + 1));
      }
    }
    return List.copyOf(read);
  }

  private Promotion one(long revision) throws IOException {
    String path = path(revision);
    Promotion promotion;
    try {
      promotion = PromotionFile.read(files.read(path));
    } catch (ModelRefused e) {
      throw new IOException(files.placeOf(path) + " is no promotion: " + e.getMessage(), e);
    }
    if (promotion.revision() != revision) {
      throw new IOException(
          "%s has revision %d, expected %d as its name says"
              .formatted(files.placeOf(path), promotion.revision(), revision));
    }
    return promotion;
  }

  /**
   * Adds a line.
   *
   * @param seen the history by which it was decided
   * @return it, with its revision
   * @throws PromotionOvertaken if the same place was given away since
   */
  Promotion add(Promotion wanted, PromotionHistory seen) throws IOException {
    PromotionHistory now = seen;
    while (true) {
      if (now.revision() > 0 && files.list(FOLDER).isEmpty()) {
        keep(now);
      }
      Promotion next = withRevision(wanted, now.revision() + 1);
      try {
        files.create(path(next.revision()), PromotionFile.write(next));
        return next;
      } catch (FileAlreadyExistsException e) {
        now = read();
        List<Promotion> meanwhile =
            now.after(seen.revision()).stream()
                .filter(p -> p.place().equals(wanted.place()))
                .toList();
        if (!meanwhile.isEmpty()) {
          throw new PromotionOvertaken(wanted.place(), meanwhile);
        }
      }
    }
  }

  /** What stood only in the aliases of old becomes history, the same whoever writes it. */
  private void keep(PromotionHistory old) throws IOException {
    for (Promotion promotion : old.promotions()) {
      try {
        files.create(path(promotion.revision()), PromotionFile.write(promotion));
      } catch (FileAlreadyExistsException e) {
        // Somebody else kept it, in the same words.
        continue;
      }
    }
  }

  private static Promotion withRevision(Promotion p, long revision) {
    return new Promotion(
        revision,
        p.place(),
        p.model(),
        p.sha256(),
        p.from(),
        p.at(),
        p.by(),
        p.why(),
        p.forced(),
        p.gate());
  }

  static String path(long revision) {
    return "%s%06d.json".formatted(FOLDER, revision);
  }
}
