package io.vigil.source;

import java.nio.file.Path;

/** Files of UCI data set 287, which hold one participant each, named by the file's name. */
final class Uci287Files {
  /** The file's name without {@code .gz} and without its extension. */
  static String participantOf(Path file) {
    String name = file.getFileName().toString();
    String unpacked = FileBytes.isPacked(file) ? name.substring(0, name.length() - 3) : name;
    int dot = unpacked.lastIndexOf('.');
    return dot > 0 ? unpacked.substring(0, dot) : unpacked;
  }

  private Uci287Files() {}
}
