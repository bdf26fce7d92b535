package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.model.Place;
import io.vigil.settings.Settings;
import io.vigil.source.FilePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Gives a place to a model, if it is not worse than the one in force. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Gives a model a place, if it is not worse than the one in force; the running job takes it over.",
      "It must not do worse on people left out, and with --replay not call caregivers for nothing more often."
    })
final class ModelsPromoteCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand ModelsCommand models;

  @Parameters(paramLabel = "MODEL", description = "name:version, or a name for its newest.")
  String reference;

  @Mixin PlaceOption place;
  @Mixin PromotionOptions options;
  @Mixin GateOptions gate;

  @Option(
      names = "--replay",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of days on which nobody was to be called, to count false alerts in.")
  List<Path> replay;

  @Mixin FormatOptions format;
  @Mixin ParallelismOption parallelism;

  @Override
  public Integer call() throws IOException {
    Settings settings = models.vigil.settings();
    Place where = place.place();
    GatedPromotion outcome =
        GatedPromotion.of(
            reference,
            where,
            settings,
            new PromotionGate(gate.gate(), models.models(), falseAlerts(settings)),
            gate.force,
            options);
    if (models.json) {
      spec.commandLine().getOut().println(Json.line(outcome.listed()));
    }
    if (outcome.promotion().isEmpty()) {
      if (models.json) {
        return ExitCode.SOFTWARE;
      }
      throw new CommandFailed(outcome.refusal(reference, where), null);
    }
    if (!models.json) {
      spec.commandLine().getOut().println(PromotionText.of(outcome.promotion().get()));
    }
    return ExitCode.OK;
  }

  private Optional<PromotionGate.FalseAlertCount> falseAlerts(Settings settings)
      throws IOException {
    if (replay == null) {
      return Optional.empty();
    }
    FilePlan plan = format.plan(settings, replay);
    JobSettings job =
        Vigil.jobSettings(settings, format.decoder(settings), format.profiles(settings), false);
    return Optional.of(new ReplayedFalseAlerts(plan, job, parallelism.orSetting(settings)));
  }
}
