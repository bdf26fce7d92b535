package io.vigil.cli;

import io.vigil.learn.drift.DayHealth;
import io.vigil.store.Container;
import io.vigil.store.DocumentStore;
import io.vigil.store.HealthDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The days of health in a store, or in a file that a replay left. */
final class KeptHealth {

  /** Those of a store, oldest first. */
  static List<DayHealth> in(DocumentStore store) {
    List<String> bodies = new ArrayList<>();
    store.scan(Container.HEALTH, document -> bodies.add(document.body()));
    return read("The store", bodies);
  }

  /** Those of the {@code health.jsonl} of a replay, oldest first. */
  static List<DayHealth> inFile(Path file) {
    try {
      return read(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UsageException(
          "--health %s cannot be read; expected the health.jsonl of a replay".formatted(file));
    }
  }

  private static List<DayHealth> read(String place, List<String> bodies) {
    try {
      return bodies.stream()
          .map(HealthDocuments::read)
          .sorted(Comparator.comparingLong(DayHealth::day))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(place + ": " + e.getMessage(), e);
    }
  }

  private KeptHealth() {}
}
