package io.vigil.cli;

import io.vigil.activity.ClassScheme;
import picocli.CommandLine.Option;

/** How labels become classes. */
final class SchemeOption {

  @Option(
      names = "--classes",
      paramLabel = "N",
      description =
          "7: the labels 1 to 7; 5: without label 2, and 6 joined to 4; 3: still, walking, stairs"
              + " (default for train: 7; for evaluate: as the model was trained).")
  String classes;

  /** Refuses a scheme that is not known. */
  void check() {
    if (classes != null) {
      named(classes);
    }
  }

  /** The scheme asked for, or all seven labels. */
  ClassScheme required() {
    if (classes == null) {
      classes = ClassScheme.SEVEN.name();
    }
    return named(classes);
  }

  /** The scheme asked for, or that of the model. */
  ClassScheme orThatOf(String model) {
    return named(classes == null ? model : classes);
  }

  private static ClassScheme named(String name) {
    return ClassScheme.named(name)
        .orElseThrow(
            () -> new UsageException("--classes is '%s', expected 7, 5 or 3".formatted(name)));
  }
}
