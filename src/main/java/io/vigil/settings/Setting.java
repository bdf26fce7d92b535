package io.vigil.settings;

import java.util.List;

/**
 * One thing that can be set.
 *
 * @param path where it stands in the file; a part {@code *} is a name of the user's choice
 * @param kind what it may be
 * @param byDefault its value as it would be written in the file, or null where there is none
 * @param required whether it must be set; where the path has a name, wherever that name is used
 * @param description what it does, in one sentence
 * @param <T> what it is read into
 */
public record Setting<T>(
    String path, Kind<T> kind, String byDefault, boolean required, String description) {

  /** One with a default. */
  public static <T> Setting<T> of(String path, Kind<T> kind, String byDefault, String description) {
    return new Setting<>(path, kind, byDefault, false, description);
  }

  /** One that need not be set and has no default. */
  public static <T> Setting<T> optional(String path, Kind<T> kind, String description) {
    return new Setting<>(path, kind, null, false, description);
  }

  /** One that must be set. */
  public static <T> Setting<T> required(String path, Kind<T> kind, String description) {
    return new Setting<>(path, kind, null, true, description);
  }

  /** The path with a name in the place of {@code *}. */
  public String path(String name) {
    return path.replace("*", name);
  }

  /** Whether a path in a file is this one's. */
  boolean is(List<String> parts) {
    return parts.size() == parts().size() && beginsWith(parts);
  }

  /** Whether a path in a file is this one's, or that of a group it is in. */
  boolean beginsWith(List<String> parts) {
    List<String> own = parts();
    if (parts.size() > own.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!own.get(i).equals("*") && !own.get(i).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The group whose members have names of the user's choice, or the empty string. */
  String namedGroup() {
    int star = path.indexOf(".*");
    return star < 0 ? "" : path.substring(0, star);
  }

  List<String> parts() {
    return List.of(path.split("\\."));
  }
}
