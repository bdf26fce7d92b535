package io.vigil.cli;

import io.vigil.settings.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Files of the feed that no setting names, because they are the feed's own. */
final class ErasureFiles {
  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "What the feed has told browsers, its --log (default: feed.db beside the setting store.path).")
  Path log;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      defaultValue = "data/hooks.db",
      description = "What the feed has told its hooks, its --ledger (default: ${DEFAULT-VALUE}).")
  Path ledger;

  /** The feed's log. */
  Path log(Settings settings) {
    return log != null ? log : settings.store().path().resolveSibling("feed.db");
  }
}
