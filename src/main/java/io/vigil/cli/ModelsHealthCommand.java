package io.vigil.cli;

import io.vigil.learn.drift.DayHealth;
import io.vigil.store.DocumentStore;
import io.vigil.store.HealthDocuments;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Whether what comes in is still what models were trained on. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows, day by day, how far features and activities lie from the training of the model in force.",
      "Then accuracy and calibration by what reviewers said of windows that were drawn by chance.",
      "Exit code 0 also where there is drift: the alert DRIFT says so. docs/health.md says how to read it."
    })
final class ModelsHealthCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand ModelsCommand models;

  @Option(
      names = "--health",
      paramLabel = "FILE",
      description = "Read the health.jsonl of a replay (default: the store of the settings).")
  Path file;

  /**
   * What is known of models.
   *
   * @param reviewed by what people said, where a store was read
   */
  private record Known(List<DayHealth> days, List<KeptReviews.OfModel> reviewed) {}

  @Override
  public Integer call() {
    Known known = file != null ? new Known(KeptHealth.inFile(file), List.of()) : inStore();
    if (models.json) {
      spec.commandLine().getOut().println(json(known));
      return 0;
    }
    if (known.days.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "vigil: no day of health is there yet; one is written when a participant's day ends, for models that were trained with a profile");
    }
    Map<String, List<DayHealth>> byModel =
        known.days.stream()
            .collect(
                Collectors.groupingBy(
                    day -> day.model().sha256(), LinkedHashMap::new, Collectors.toList()));
    byModel.values().forEach(own -> print(HealthText.of(own)));
    known.reviewed.forEach(own -> print(HealthText.of(own.model(), own.reviewed())));
    return 0;
  }

  private Known inStore() {
    try (DocumentStore store = KeptStore.open(models.vigil.settings())) {
      return new Known(KeptHealth.in(store), KeptReviews.in(store));
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text.stripTrailing());
  }

  /** The days' documents as the store holds them. */
  private static String json(Known known) {
    return Json.line(
        Map.of(
            "days",
            known.days.stream().map(day -> Json.read(HealthDocuments.day(day).body())).toList(),
            "reviewed",
            known.reviewed));
  }
}
