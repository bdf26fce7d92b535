package io.vigil.cli;

import picocli.CommandLine.Option;

/** Who reviews. */
final class ReviewerOption {
  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Who answers (default: the user of this machine).")
  String name;

  /** Who reviews. */
  String reviewer() {
    String reviewer = name == null ? System.getProperty("user.name", "") : name;
    if (reviewer.isBlank()) {
      throw new UsageException("--as is empty, expected the name of who answers");
    }
    return reviewer.strip();
  }
}
