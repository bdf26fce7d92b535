package io.vigil.feed.people;

import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.RefusedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a person out of a directory's file and leaves every other line of it as it is. What would
 * then be no directory, or still hold the person, is not written.
 */
public final class DirectoryErasure {
  private static final Pattern KEY =
      Pattern.compile("^( +)([\"']?)([^\"'#\\s][^\"']*?)\\2\\s*:(\\s.*)?$");

  private final Path file;
  private final Pseudonyms pseudonyms;
  private final String participantId;

  /**
   * @param participantId as stores know them
   */
  public DirectoryErasure(Path file, Pseudonyms pseudonyms, String participantId) {
    this.file = file;
    this.pseudonyms = pseudonyms;
    this.participantId = participantId;
  }

  /** Whether the person stands in the file. */
  public boolean isThere() throws IOException {
    return names(Files.readString(file));
  }

  private boolean names(String text) {
    return Directory.read(file.toString(), text, pseudonyms).participants().contains(participantId);
  }

  /**
   * Takes the person out.
   *
   * @return why that could not be, for people, or nothing
   */
  public Optional<String> erase() throws IOException {
    String less = without(Files.readString(file));
    try {
      if (names(less)) {
        return Optional.of("the entry is not written as a block of lines of its own");
      }
    } catch (RefusedSettings e) {
      return Optional.of("without the entry it is no directory (%s)".formatted(e.getMessage()));
    }
    Path fresh = file.resolveSibling("." + file.getFileName() + ".fresh");
    try {
      Files.writeString(fresh, less);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return Optional.empty();
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      return Optional.of("it cannot be written (%s)".formatted(e.getMessage()));
    }
  }

  private String without(String text) {
    List<String> kept = new ArrayList<>();
    int indent = -1;
    for (String line : text.split("(?<=\n)")) {
      int depth = line.length() - line.stripLeading().length();
      boolean content = !line.isBlank();
      if (indent >= 0 && content && depth <= indent) {
        indent = -1;
      }
      if (indent < 0) {
        Matcher key = KEY.matcher(line.stripTrailing());
        if (key.matches() && Directory.storedName(key.group(3), pseudonyms).equals(participantId)) {
          indent = depth;
        } else {
          kept.add(line);
        }
      }
    }
    return String.join("", kept);
  }
}
