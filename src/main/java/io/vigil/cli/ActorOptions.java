package io.vigil.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Who asks the job for something, and how long they wait for its answer. */
final class ActorOptions {
  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who asks (default: the user of this machine).")
  String name;

  @Option(
      names = "--wait",
      paramLabel = "SPAN",
      defaultValue = "10 s",
      description = "How long to wait for the job's answer (default: ${DEFAULT-VALUE}).")
  Duration wait;

  /** Who asks. */
  String actor() {
    String actor = name == null ? System.getProperty("user.name", "") : name;
    if (actor.isBlank()) {
      throw new UsageException("--as is empty, expected the name of who asks");
    }
    return actor.strip();
  }
}
