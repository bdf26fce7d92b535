package io.vigil.cli;

import io.vigil.settings.Settings;
import io.vigil.settings.Settings.Store.Kind;
import io.vigil.store.DocumentStore;
import java.nio.file.Files;

/** The store of the settings, as somebody finds it who only looks in. */
final class KeptStore {

  /**
   * Opens it; none is made where there is none.
   *
   * @throws CommandFailed where there is none
   */
  static DocumentStore open(Settings settings) {
    if (!isThere(settings)) {
      throw new CommandFailed(
          "There is no store %s; expected the one that `vigil run` writes to (store.path in --config FILE). None is made"
              .formatted(settings.store().path()),
          null);
    }
    return new LiveEnds(settings).stores().get();
  }

  /** Whether there is one to be opened, as far as can be said without asking it. */
  static boolean isThere(Settings settings) {
    return settings.store().kind() != Kind.SQLITE || Files.isRegularFile(settings.store().path());
  }

  private KeptStore() {}
}
