package io.vigil.cli;

import io.vigil.learn.drift.DayHealth;
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

  @Override
  public Integer call() {
    List<DayHealth> days =
        file != null ? KeptHealth.inFile(file) : KeptHealth.inStore(models.vigil.settings());
    if (models.json) {
      spec.commandLine().getOut().println(json(days));
      return 0;
    }
    if (days.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "vigil: no day of health is there yet; one is written when a participant's day ends, for models that were trained with a profile");
      return 0;
    }
    Map<String, List<DayHealth>> byModel =
        days.stream()
            .collect(
                Collectors.groupingBy(
                    day -> day.model().sha256(), LinkedHashMap::new, Collectors.toList()));
    byModel
        .values()
        .forEach(own -> spec.commandLine().getOut().println(HealthText.of(own).stripTrailing()));
    return 0;
  }

  /** The documents as the store holds them. */
  private static String json(List<DayHealth> days) {
    return Json.line(
        Map.of(
            "days", days.stream().map(day -> Json.read(HealthDocuments.day(day).body())).toList()));
  }
}
