package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.model.Metrics;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Place;
import io.vigil.model.Promotion;
import io.vigil.model.PromotionOrder;
import io.vigil.model.Registry;
import io.vigil.model.RegistryFiles;
import io.vigil.train.ModelCard;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What models there are, and which is in use. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    subcommands = {
      ModelsPromoteCommand.class,
      ModelsExportCommand.class,
      ModelsCompareCommand.class,
      ModelsHealthCommand.class
    },
    description =
        "Lists models, shows one, gives one a place, or goes back to the one before; compares two.")
final class ModelsCommand implements Runnable {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Option(
      names = "--registry",
      paramLabel = "PLACE",
      scope = ScopeType.INHERIT,
      description = "The folder or container of models (default: the setting model.registry).")
  String registry;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print as JSON.")
  boolean json;

  /** A model as `list --json` has it. */
  record Listed(
      @JsonProperty("name") String name,
      @JsonProperty("version") int version,
      @JsonProperty("sha256") String sha256,
      @JsonProperty("path") String path,
      @JsonProperty("aliases") List<String> aliases,
      @JsonProperty("metrics") Metrics metrics) {
    static Listed of(Registry.Entry entry) {
      ModelArtifact artifact = entry.artifact();
      return new Listed(
          artifact.id().name(),
          artifact.id().version(),
          artifact.id().sha256(),
          entry.path(),
          entry.aliases(),
          artifact.manifest().metrics());
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "No command is given, expected one of " + spec.subcommands().keySet());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists models, oldest first.")
  int list() throws IOException {
    Registry.Listing listing = models().list();
    if (listing.entries().isEmpty() && listing.refused().isEmpty() && !json) {
      spec.commandLine()
          .getErr()
          .println("vigil: no models in " + files() + "; `vigil train` makes one");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(listing.entries().stream().map(Listed::of).toList()));
    } else {
      listing.entries().forEach(entry -> out.println(line(entry)));
    }
    listing
        .refused()
        .forEach(
            refused ->
                spec.commandLine()
                    .getErr()
                    .println("vigil: " + refused.getMessage() + "; the model is not used"));
    return listing.refused().isEmpty() ? 0 : 1;
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a model's card.")
  int show(
      @Parameters(
              paramLabel = "MODEL",
              description = "An alias, a place, name:version, a name or a file.")
          String reference)
      throws IOException {
    ModelArtifact artifact = ModelArtifact.read(models().resolve(reference));
    println(json ? Json.line(artifact.manifest()) : ModelCard.of(artifact).stripTrailing());
    return 0;
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Gives a place back to who held it before; no gate is asked.")
  int rollback(@Mixin PlaceOption place, @Mixin PromotionOptions options) throws IOException {
    Registry models = models();
    Optional<Promotion> before = models.history().previous(place.place());
    if (before.isPresent()) {
      PromotionGate.fitting(models, before.get().model());
    }
    return changed(models.rollBack(order(place.place(), options)));
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = {
        "Empties the place of a cohort, of one participant or of the challenger.",
        "From then on the people are served by the next model that would: their cohort's, or the champion."
      })
  int withdraw(
      @Parameters(
              paramLabel = "PLACE",
              description = "champion@COHORT, personal@PARTICIPANT or challenger.")
          String place,
      @Mixin PromotionOptions options)
      throws IOException {
    return changed(models().withdraw(order(PromotionOptions.place(place), options)));
  }

  @Command(
      name = "history",
      mixinStandardHelpOptions = true,
      description = "Says who was given which place, when, by whom and why, oldest first.")
  int history() throws IOException {
    List<Promotion> promotions = models().history().promotions();
    if (json) {
      println(Json.line(promotions.stream().map(PromotionText.Listed::of).toList()));
    } else {
      promotions.forEach(promotion -> println(PromotionText.of(promotion)));
    }
    return 0;
  }

  private PromotionOrder order(Place place, PromotionOptions options) throws IOException {
    return options.order(place, vigil.settings(), models().history());
  }

  private int changed(Promotion promotion) {
    println(json ? Json.line(PromotionText.Listed.of(promotion)) : PromotionText.of(promotion));
    return 0;
  }

  private void println(String text) {
    spec.commandLine().getOut().println(text);
  }

  /** The registry that is asked about. */
  Registry models() {
    return new Registry(files());
  }

  private RegistryFiles files() {
    return RegistryPlace.files(registry, vigil.settings());
  }

  private static String line(Registry.Entry entry) {
    Metrics metrics = entry.artifact().manifest().metrics();
    return String.format(
        Locale.ROOT,
        "%-16s %-20s classes %-6s %s: accuracy %.3f, macro F1 %.3f   %.12s",
        entry.artifact().id().reference(),
        String.join(",", entry.aliases()),
        entry.artifact().manifest().classScheme(),
        metrics.method(),
        metrics.accuracy(),
        metrics.macroF1(),
        entry.artifact().id().sha256());
  }
}
