package io.vigil.cli;

import io.vigil.feature.FeatureVector;
import io.vigil.model.ModelArtifact;
import io.vigil.model.ModelRefused;
import io.vigil.model.Place;
import io.vigil.model.PromotionHistory;
import io.vigil.model.Registry;
import io.vigil.settings.Settings;
import io.vigil.train.ModelCard;
import io.vigil.train.personal.Adaptation;
import io.vigil.train.personal.Adapted;
import io.vigil.train.personal.PersonalOptions;
import io.vigil.train.personal.Proof;
import java.io.IOException;
import java.time.Instant;
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
      "Adapts a model to one wearer by labelled files of the wearer or what reviewers said, and stores it in the registry.",
      "Answers are held out to prove that it does better than everybody's; one that does not is not stored."
    })
final class PersonalTrainCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand PersonalCommand personal;

  @Option(names = "--participant", required = true, paramLabel = "ID", description = "Whose model.")
  String participant;

  @Mixin WearerInput input;

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

  @Option(
      names = "--promote",
      description = "Give the model the place personal@ID; the running job takes it over.")
  boolean promote;

  @Mixin PromotionOptions promotion;
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
   * @param promoted whether it was given the place
   * @param proof why
   */
  record Made(
      String model, String sha256, String place, boolean stored, boolean promoted, Proof proof) {}

  @Override
  public Integer call() throws IOException {
    Settings settings = personal.vigil.settings();
    try {
      Registry.checkName(name);
    } catch (ModelRefused e) {
      throw new UsageException("--name: " + e.getMessage());
    }
    input.check();
    Registry models = RegistryPlace.toWrite(registry, settings);
    ModelArtifact common = ModelArtifact.read(models.resolve(model));
    List<FeatureVector> answers =
        input.answers(participant, settings, parallelism.orSetting(settings), spec);
    Adapted adapted =
        new Adaptation(common, PersonalOptions.DEFAULT)
            .adapt(participant, answers, name, Instant.now());
    if (!adapted.proof().holds()) {
      print(made("", adapted));
      return 1;
    }
    String reference =
        models.add(name, adapted.artifact(), ModelCard::of).artifact().id().reference();
    if (promote) {
      promote(models, reference, adapted.proof(), settings);
    }
    print(made(reference, adapted));
    return 0;
  }

  /** The proof stands where other models have the word of the gate. */
  private void promote(Registry models, String reference, Proof proof, Settings settings)
      throws IOException {
    PromotionHistory history = models.history();
    models.promote(
        reference,
        promotion.order(
            Place.ofParticipant(participant), settings, history, false, List.of(proof.figure())),
        history);
  }

  private Made made(String reference, Adapted adapted) {
    return new Made(
        reference,
        adapted.artifact().id().sha256(),
        Place.ofParticipant(participant).toString(),
        adapted.proof().holds(),
        adapted.proof().holds() && promote,
        adapted.proof());
  }

  private void print(Made made) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? Json.line(made)
                : made.stored()
                    ? "Stored %s, sha256 %s, %s %s: %s"
                        .formatted(
                            made.model(),
                            made.sha256(),
                            made.promoted() ? "promoted to" : "for",
                            made.place(),
                            made.proof().reason())
                    : "Not stored, everybody's model stays in use for %s: %s"
                        .formatted(participant, made.proof().reason()));
  }
}
