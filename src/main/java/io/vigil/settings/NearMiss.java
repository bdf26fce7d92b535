package io.vigil.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant who wrote a key that does not exist. */
final class NearMiss {
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private NearMiss() {}

  /** The setting or group that is most like the path, if one is like it at all. */
  static Optional<String> of(String path, List<Setting<?>> table) {
    return table.stream()
        .flatMap(setting -> Stream.of(setting.path(), group(setting.path())))
        .filter(known -> !known.isEmpty())
        .map(known -> named(known, path))
        .min(Comparator.comparingInt(candidate -> distance(path, candidate)))
        .filter(best -> distance(path, best) <= Math.max(2, path.length() / 4));
  }

  /** The path, or only its last part in the wrong group, may be misspelt. */
  private static int distance(String path, String candidate) {
    int whole = edits(path, candidate);
    int last = edits(lastPart(path), lastPart(candidate)) + 1;
    return Math.min(whole, last);
  }

  private static String group(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** With the user's own name in the place of {@code *}. */
  private static String named(String known, String path) {
    String[] parts = path.split("\\.");
    return parts.length > 1 ? known.replace("*", parts[1]) : known;
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static int edits(String left, String right) {
    return EDITS.apply(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
  }
}
