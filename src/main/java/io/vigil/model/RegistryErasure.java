package io.vigil.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a participant's own models out of a registry. The history keeps its numbers, which a
 * running job follows: what it says of their place becomes that a place was emptied whose name says
 * nothing.
 */
public final class RegistryErasure {
  private static final Place NOBODYS = Place.ofParticipant("erased");

  private final RegistryFiles files;
  private final Registry registry;
  private final Place place;
  private final String participantId;

  /**
   * @param participantId as stores know them
   */
  public RegistryErasure(RegistryFiles files, String participantId) {
    this.files = files;
    this.registry = new Registry(files);
    this.participantId = participantId;
    this.place = Place.ofParticipant(participantId);
  }

  /** Whether there is a registry to look into. */
  public boolean isThere() throws IOException {
    return !files.list("").isEmpty();
  }

  /** The models that are the participant's own, {@code name:version}. */
  public Set<String> own() throws IOException {
    Set<String> own = new TreeSet<>();
    registry.history().of(place).stream()
        .filter(promotion -> !promotion.isWithdrawal())
        .forEach(promotion -> own.add(promotion.model()));
    for (Registry.Entry entry : registry.list().entries()) {
      if (entry
          .artifact()
          .personal()
          .filter(personal -> personal.participantId().equals(participantId))
          .isPresent()) {
        own.add(entry.artifact().id().reference());
      }
    }
    return own;
  }

  /** Models of others that the participant's windows are in, {@code name:version}. */
  public List<String> trainedWith() throws IOException {
    List<String> trained = new ArrayList<>();
    Set<String> own = own();
    for (Registry.Entry entry : registry.list().entries()) {
      String reference = entry.artifact().id().reference();
      if (!own.contains(reference)
          && entry.artifact().manifest().trainedOn().participants().contains(participantId)) {
        trained.add(reference);
      }
    }
    return trained;
  }

  /** Lines of the history that name the participant. */
  public int promotions() throws IOException {
    return registry.history().of(place).size();
  }

  /** Removes models and name; how many files were removed or changed. */
  public int erase() throws IOException {
    Set<String> own = own();
    int changed = 0;
    // First the history: a job that looks meanwhile finds the place emptied, and no model missing.
    for (Promotion promotion : registry.history().of(place)) {
      files.replace(
          Promotions.path(promotion.revision()),
          PromotionFile.write(
              new Promotion(
                  promotion.revision(),
                  NOBODYS,
                  "",
                  "",
                  promotion.from(),
                  promotion.at(),
                  promotion.by(),
                  "erased",
                  false,
                  List.of())));
      changed++;
    }
    for (String reference : own) {
      String model = Registry.pathOf(reference);
      String folder = model.substring(0, model.length() - Registry.FILE.length());
      for (String path : files.list(folder)) {
        files.delete(path);
        changed++;
      }
    }
    return changed;
  }
}
