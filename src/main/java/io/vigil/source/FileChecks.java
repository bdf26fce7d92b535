package io.vigil.source;

import io.vigil.sensor.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what can be seen of files without reading them. */
final class FileChecks {
  /** Throws one exception that names every fault. */
  static void check(MessageFormat format, List<Path> files) throws IOException {
    List<String> faults = new ArrayList<>();
    if (!FileFormats.isFormat(format)) {
      faults.add("Files cannot be read as " + format + ", expected one of " + FileFormats.NAMES);
    }
    if (files.isEmpty()) {
      faults.add("No file was given");
    }
    Map<String, Path> seen = new HashMap<>();
    for (Path file : files) {
      String fault = fault(file);
      if (!fault.isEmpty()) {
        faults.add(file + " " + fault);
        continue;
      }
      Path same = seen.put(file.toRealPath().toString(), file);
      if (same != null) {
        faults.add(file + " is given twice (also as " + same + ")");
      } else if (format == MessageFormat.UCI287) {
        String participant = Uci287Files.participantOf(file);
        Path other = seen.put("participant " + participant, file);
        if (other != null) {
          faults.add(
              file
                  + " and "
                  + other
                  + " are both participant "
                  + participant
                  + ", expected one file each: a participant is named by the file's name");
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new UnusableFilesException(faults);
    }
  }

  private static String fault(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "does not exist; nothing was read";
    }
    if (Files.isDirectory(file)) {
      return "is a directory, expected a file; nothing was read";
    }
    if (!Files.isReadable(file)) {
      return "cannot be read: permission is missing; nothing was read";
    }
    return Files.size(file) == 0 ? "is empty, expected rows; nothing was read" : "";
  }

  private FileChecks() {}
}
