package io.vigil.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings by path: what the file gives, and defaults for the rest. */
public final class Values {
  private final Map<String, Object> read = new HashMap<>();
  private final SortedMap<String, String> written = new TreeMap<>();

  void put(String path, Object value, String text) {
    read.put(path, value);
    written.put(path, text);
  }

  boolean has(String path) {
    return read.containsKey(path);
  }

  <T> void putDefault(Setting<T> setting, String path) {
    try {
      put(path, setting.kind().read(setting.byDefault()), setting.byDefault());
    } catch (RefusedValue e) {
      throw new IllegalStateException(
          "The default of " + setting.path() + ", " + setting.byDefault() + ", is refused", e);
    }
  }

  /** The value of a setting that is required or has a default. */
  public <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }

  <T> T get(Setting<T> setting, String name) {
    return setting.kind().type().cast(read.get(setting.path(name)));
  }

  /** The value of a setting, if there is one. */
  public <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable(setting.kind().type().cast(read.get(setting.path())));
  }

  /** The value of a setting under a name of the user's choice, if there is one. */
  public <T> Optional<T> find(Setting<T> setting, String name) {
    return Optional.ofNullable(setting.kind().type().cast(read.get(setting.path(name))));
  }

  SortedMap<String, String> written() {
    return written;
  }
}
