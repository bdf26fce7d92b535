package io.vigil.cli;

import io.vigil.lake.ExampleFiles;
import io.vigil.learn.Example;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A lake that a command reads.
 *
 * @param examples in it
 */
record LakeFiles(ExampleFiles examples) {

  /**
   * Finds its files.
   *
   * @param lake as {@code --lake} names it
   * @throws CommandFailed if there are none
   */
  static LakeFiles in(String lake) throws IOException {
    Engine.loadFileSystems();
    ExampleFiles found = ExampleFiles.in(lake);
    if (found.count() == 0) {
      throw new CommandFailed(
          "--lake %s holds no examples; expected the folder that the setting lake.path or `vigil replay --lake` names"
              .formatted(lake),
          null);
    }
    return new LakeFiles(found);
  }

  /** Hands on every example, those of a participant behind each other. */
  void read(Consumer<Example> taker) throws IOException {
    long[] read = {0};
    try (Progress progress = Progress.of("Reading the lake", examples.bytes(), " bytes")) {
      examples.read(taker, bytes -> progress.at(read[0] += bytes));
    }
  }
}
