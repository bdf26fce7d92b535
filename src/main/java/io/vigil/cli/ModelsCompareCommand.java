package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.model.Takeover;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What would be different if another model were in force. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Replays files by two models and says how often they agree, and which alerts the one raises and"
          + " the other does not."
    })
final class ModelsCompareCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand ModelsCommand models;
  @Mixin FormatOptions format;
  @Mixin ParallelismOption parallelism;

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The model that is in force, as with --model.")
  String inForce;

  @Parameters(index = "1", paramLabel = "B", description = "The model that may take over.")
  String other;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "Historical files, .gz too.")
  List<Path> files;

  @Override
  public Integer call() throws IOException {
    Settings settings = models.vigil.settings();
    JobSettings job =
        Vigil.jobSettings(settings, format.decoder(settings), format.profiles(settings), true);
    int tasks = parallelism.orSetting(settings);
    FilePlan plan = format.plan(settings, files);
    byte[] a = artifact(inForce, settings);
    byte[] b = artifact(other, settings);
    try (LocalJob first = LocalJob.bounded(tasks);
        ReplayRun of = run(first, plan, a, job, "Replaying " + inForce);
        LocalJob second = LocalJob.bounded(tasks);
        ReplayRun by = run(second, plan, b, job, "Replaying " + other)) {
      of.refused().say(spec);
      ModelComparison comparison =
          new ModelComparison(
              inForce,
              other,
              WindowAgreement.between(of.store(), by.store()),
              AlertDifference.between(of.store(), by.store()));
      spec.commandLine()
          .getOut()
          .println(models.json ? Json.line(comparison) : comparison.text().stripTrailing());
      return Math.max(
          Report.exitCode(spec, of.summary()),
          by.summary().samples().addUp() ? ExitCode.OK : ExitCode.SOFTWARE);
    }
  }

  private byte[] artifact(String reference, Settings settings) throws IOException {
    ModelOption option = new ModelOption();
    option.model = reference;
    option.registry = models.registry;
    return option.artifact(settings).toBytes();
  }

  private static ReplayRun run(
      LocalJob local, FilePlan plan, byte[] artifact, JobSettings job, String task) {
    return ReplayRun.of(local, plan, List.of(Takeover.always(artifact)), job, task);
  }
}
