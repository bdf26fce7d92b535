package io.vigil.cli;

import io.vigil.train.Gate;
import picocli.CommandLine.Option;

/** How strict the gate is. */
final class GateOptions {
  @Option(
      names = "--margin",
      paramLabel = "X",
      description =
          "By how much macro F1 on people left out may be below that of the model in force, 0 to 1"
              + " (default: 0.01).")
  Double margin;

  @Option(
      names = "--alert-margin",
      paramLabel = "X",
      description =
          "By how many false alerts a person-day may be more than those of the model in force (default:"
              + " 0.1).")
  Double alertMargin;

  @Option(
      names = "--force",
      description =
          "Promote it although the gate refuses it; the history says so, with the figures.")
  boolean force;

  Gate gate() {
    try {
      return new Gate(
          margin == null ? Gate.DEFAULT.f1Margin() : margin,
          alertMargin == null ? Gate.DEFAULT.alertMargin() : alertMargin);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
