package io.vigil.cli;

import io.vigil.ActivityJob;
import io.vigil.JobSettings;
import io.vigil.alert.Alert;
import io.vigil.alert.Explainer;
import io.vigil.alert.Explanation;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Rules;
import io.vigil.alert.fall.FallModel;
import io.vigil.alert.fall.FallModelFile;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows how an alert came about. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows how an alert came about, step by step.",
      "With the files that its samples are in, the minutes around it run through the detectors once more, and"
          + " each of their decisions is shown. Without files it shows the few seconds that the alert holds."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_MINUTES = 24 * 60;

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Parameters(index = "0", paramLabel = "ALERT", description = "The alert's id.")
  String id;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "Historical files with the participant's samples, .gz too.")
  List<Path> files = List.of();

  @Mixin FormatOptions format;

  @Option(
      names = "--alerts",
      paramLabel = "FILE",
      description =
          "Look the alert up in the alerts.jsonl of a replay (default: in the store of the settings).")
  Path alerts;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description =
          "Show so many minutes before its start and after its detection (default: 2 before, 3 after).")
  Integer minutes;

  @Option(
      names = "--participant",
      paramLabel = "ID",
      description =
          "Who it is in the files, where the alert has a pseudonym (default: the alert's participant).")
  String participant;

  @Option(names = "--json", description = "Print the explanation as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
      throw new UsageException(
          "--minutes is %d, expected 1 to %,d".formatted(minutes, MOST_MINUTES));
    }
    Settings settings = vigil.settings();
    Alert alert =
        alerts != null ? AlertLookup.inFile(alerts, id) : AlertLookup.inStore(settings, id);
    JobSettings job =
        Vigil.jobSettings(settings, format.decoder(settings), format.profiles(settings), false);
    Rules rules =
        RuleSet.read("rules.yaml", job.alerts().rules())
            .forParticipant(alert.key().participantId());
    FallModel model = FallModelFile.read(job.alerts().fallModel());
    Explanation explanation =
        files.isEmpty()
            ? Explanation.ofSnippet(alert)
            : fromFiles(alert, settings, job, rules, model);
    spec.commandLine()
        .getOut()
        .println(
            json
                ? ExplanationJson.line(explanation, rules, model)
                : ExplanationText.of(explanation, rules, model).stripTrailing());
    return 0;
  }

  private Explanation fromFiles(
      Alert alert, Settings settings, JobSettings job, Rules rules, FallModel model)
      throws IOException {
    Explainer explainer =
        minutes == null
            ? new Explainer(alert, Duration.ofMinutes(2), Duration.ofMinutes(3), rules, model)
            : new Explainer(
                alert, Duration.ofMinutes(minutes), Duration.ofMinutes(minutes), rules, model);
    String who = participant != null ? participant : alert.key().participantId();
    ParticipantSamples samples = new ParticipantSamples(who, explainer::add);
    FilePlan plan = format.plan(settings, files);
    RefusedInput refused = new RefusedInput();
    // In one task, because the samples must come in order.
    try (LocalJob local = LocalJob.bounded(1);
        Progress progress = Progress.ofRows("Explaining", plan.rows())) {
      Handover.of(ActivityJob.ordered(refused.of(local.files(plan), job), job), samples::take);
      local.run("vigil explain", progress::look);
    }
    refused.say(spec);
    Explanation explanation = explainer.explanation();
    samples.expect(explanation);
    return explanation;
  }
}
