package io.vigil.cli;

import io.vigil.JobSettings;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.ModelArtifact;
import io.vigil.model.ModelRefused;
import io.vigil.model.Place;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import io.vigil.train.ModelCard;
import io.vigil.train.personal.Adaptation;
import io.vigil.train.personal.Adapted;
import io.vigil.train.personal.PersonalOptions;
import io.vigil.train.personal.Proof;
import io.vigil.train.personal.SettledWindows;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a model of one wearer. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Adapts a model to one wearer by labelled files of the wearer, and stores it in the registry.",
      "Answers are held out to prove that it does better than everybody's; one that does not is not stored."
    })
final class PersonalTrainCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand PersonalCommand personal;

  @Option(names = "--participant", required = true, paramLabel = "ID", description = "Whose model.")
  String participant;

  @Mixin InputOptions input;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "champion",
      description =
          "Everybody's model: an alias, name:version, a name or a file (default: ${DEFAULT-VALUE}).")
  String model;

  @Option(
      names = "--registry",
      paramLabel = "PLACE",
      description = "The folder or container of models (default: the setting model.registry).")
  String registry;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "Name of the wearer's model; its version is the next one.")
  String name;

  @Mixin ParallelismOption parallelism;

  @Option(names = "--json", description = "Print as JSON.")
  boolean json;

  /**
   * What was made of the answers.
   *
   * @param model name:version, or the empty string where none was stored
   * @param sha256 of the model, stored or not
   * @param place where it can be promoted to
   * @param stored whether it proved better
   * @param proof why
   */
  record Made(String model, String sha256, String place, boolean stored, Proof proof) {}

  @Override
  public Integer call() throws IOException {
    Settings settings = personal.vigil.settings();
    try {
      Registry.checkName(name);
    } catch (ModelRefused e) {
      throw new UsageException("--name: " + e.getMessage());
    }
    Registry models = RegistryPlace.toWrite(registry, settings);
    ModelArtifact common = ModelArtifact.read(models.resolve(model));
    Adapted adapted =
        new Adaptation(common, PersonalOptions.DEFAULT)
            .adapt(participant, answers(settings), name, Instant.now());
    print(adapted.proof().holds() ? stored(models, adapted) : made("", adapted));
    return adapted.proof().holds() ? 0 : 1;
  }

  private Made stored(Registry models, Adapted adapted) throws IOException {
    return made(
        models.add(name, adapted.artifact(), ModelCard::of).artifact().id().reference(), adapted);
  }

  private Made made(String reference, Adapted adapted) {
    return new Made(
        reference,
        adapted.artifact().id().sha256(),
        Place.ofParticipant(participant).toString(),
        adapted.proof().holds(),
        adapted.proof());
  }

  private List<FeatureVector> answers(Settings settings) throws IOException {
    JobSettings job =
        Vigil.jobSettings(settings, input.decoder(settings), input.profiles(settings), false);
    MeasuredRun run =
        MeasuredRun.of(input.plan(settings), job, parallelism.orSetting(settings), "Reading");
    run.refused().say(spec);
    List<Measured> own =
        run.windows().stream()
            .filter(window -> window.participantId().equals(participant))
            .sorted(Comparator.comparing(window -> window.features().start()))
            .toList();
    List<FeatureVector> answers =
        SettledWindows.of(own.stream().map(Measured::window).toList()).stream()
            .filter(window -> !window.activity().isEmpty())
            .toList();
    if (answers.isEmpty()) {
      throw new CommandFailed(
          "None of %,d windows of %s has a label; expected labelled files of that participant"
              .formatted(own.size(), participant),
          null);
    }
    return answers;
  }

  private void print(Made made) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? Json.line(made)
                : made.stored()
                    ? "Stored %s, sha256 %s, for %s: %s"
                        .formatted(made.model(), made.sha256(), made.place(), made.proof().reason())
                    : "Not stored, everybody's model stays in use for %s: %s"
                        .formatted(participant, made.proof().reason()));
  }
}
