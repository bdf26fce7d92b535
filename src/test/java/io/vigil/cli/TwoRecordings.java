package io.vigil.cli;

import io.vigil.RealRecordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Two people's recordings: real ones, or made-up ones where those are not beside the project. */
final class TwoRecordings {

  /**
   * @param folder where they are made, if they must be
   */
  static List<Path> in(Path folder) throws IOException {
    try {
      return RealRecordings.files("uci-chest", ".csv").stream()
          .filter(file -> file.endsWith("3.csv") || file.endsWith("11.csv"))
          .toList();
    } catch (TestAbortedException absent) {
      Recordings made = Recordings.into(folder.resolve("made"));
      return List.of(made.labelled("1"), made.labelled("2"));
    }
  }

  private TwoRecordings() {}
}
