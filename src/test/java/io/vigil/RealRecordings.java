package io.vigil;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real recordings, which are no part of the project; where they are absent the test is skipped.
 */
public final class RealRecordings {

  /** The files of a folder, in the order of their names. */
  public static List<Path> files(String folder, String ending) throws IOException {
    Path home = Path.of(System.getProperty("vigil.home", "."));
    Path shared =
        Stream.of(System.getProperty("vigil.shared", ""), "../shared", "../../shared")
            .filter(place -> !place.isEmpty())
            .map(home::resolve)
            .filter(place -> Files.isDirectory(place.resolve("data").resolve(folder)))
            .findFirst()
            .orElse(null);
    if (shared == null) {
      System.out.println(
          "Skipped: the real recordings of " + folder + " are not beside the project");
    }
    assumeTrue(shared != null, "The recordings are not there: set -Dvigil.shared to their folder");
    try (Stream<Path> files = Files.list(shared.resolve("data").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private RealRecordings() {}
}
