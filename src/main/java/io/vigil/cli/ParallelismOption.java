package io.vigil.cli;

import io.vigil.settings.Settings;
import picocli.CommandLine.Option;

/** In how many parallel tasks the job runs. */
final class ParallelismOption {

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Parallel tasks of each operator, 1 to 128 (default: the setting, or 2).")
  Integer parallelism;

  /** The option, or else the setting; 0 leaves it to the engine's configuration. */
  int orSetting(Settings settings) {
    if (parallelism == null) {
      return settings.parallelism().orElse(0);
    }
    if (parallelism < 1 || parallelism > 128) {
      throw new UsageException("--parallelism is %d, expected 1 to 128".formatted(parallelism));
    }
    return parallelism;
  }
}
