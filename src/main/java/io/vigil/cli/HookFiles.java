package io.vigil.cli;

import io.vigil.feed.hook.HookSettings;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where hooks are described, and where it is kept what they were told. */
final class HookFiles {
  private static final Path USUAL = Path.of("hooks.yaml");

  @Option(
      names = "--hooks",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The file of hooks (default: hooks.yaml, if there is one).")
  Path file;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      defaultValue = "data/hooks.db",
      description = "What the feed has told its hooks (default: ${DEFAULT-VALUE}).")
  Path ledger;

  /** The hooks, if any are described. */
  Optional<HookSettings> ifAny(Vigil vigil) {
    return file == null && !Files.exists(USUAL) ? Optional.empty() : Optional.of(settings(vigil));
  }

  /** The file of hooks. */
  Path file() {
    return file == null ? USUAL : file;
  }

  /**
   * The hooks.
   *
   * @throws UsageException if the file cannot be read
   */
  HookSettings settings(Vigil vigil) {
    try {
      return HookSettings.read(file(), vigil.environment());
    } catch (FileSystemException e) {
      throw unreadable(Failures.what(e));
    } catch (IOException e) {
      throw unreadable("cannot be read: " + e.getMessage());
    }
  }

  private UsageException unreadable(String why) {
    return new UsageException(
        "--hooks %s %s; expected a file of hooks, as docs/hooks.md has them"
            .formatted(file(), why));
  }
}
