package io.vigil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A file of settings with an embedded store.
 *
 * @param config the file
 * @param store the store, which is not made yet
 */
record AlertsSetUp(Path config, Path store) {

  static AlertsSetUp in(Path folder) throws IOException {
    Path store = folder.resolve("vigil.db");
    Path config = folder.resolve("vigil.yaml");
    Files.writeString(config, "store: {kind: sqlite, path: %s}\n".formatted(store));
    return new AlertsSetUp(config, store);
  }

  /** Runs a command line with these settings. */
  CommandRun vigil(Object... arguments) {
    return vigil(Map.of(), arguments);
  }

  CommandRun vigil(Map<String, String> environment, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("--config", config));
    all.addAll(Arrays.asList(arguments));
    return CommandRun.vigil(environment, all.toArray());
  }
}
