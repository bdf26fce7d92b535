package io.vigil.cli;

import io.vigil.settings.Settings;
import io.vigil.settings.Settings.Store.Kind;
import io.vigil.store.DocumentStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The store of the settings, as somebody finds it who only looks in. */
final class KeptStore {

  /**
   * Opens it; none is made where there is none.
   *
   * @throws CommandFailed where there is none
   */
  static DocumentStore open(Settings settings) {
    Path file = settings.store().path();
    if (settings.store().kind() == Kind.SQLITE && !Files.isRegularFile(file)) {
      throw new CommandFailed(
          "There is no store %s; expected the one that `vigil run` writes to (store.path in --config FILE). None is made"
              .formatted(file),
          null);
    }
    return new LiveEnds(settings).stores().get();
  }

  private KeptStore() {}
}
