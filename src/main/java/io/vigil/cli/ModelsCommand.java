package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.model.Metrics;
import io.vigil.model.ModelArtifact;
import io.vigil.model.Registry;
import io.vigil.train.ModelCard;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
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
    subcommands = ModelsHealthCommand.class,
    mixinStandardHelpOptions = true,
    description =
        "Lists models, shows one, promotes one to champion, or goes back to the one before.")
final class ModelsCommand implements Runnable {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The folder of models (default: the setting model.registry).")
  Path registry;

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
          entry.path().toString(),
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
          .println("vigil: no models in " + folder() + "; `vigil train` makes one");
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
      @Parameters(paramLabel = "MODEL", description = "An alias, name:version, a name or a file.")
          String reference)
      throws IOException {
    Path file = models().resolve(reference);
    ModelArtifact artifact = ModelArtifact.read(file);
    spec.commandLine()
        .getOut()
        .println(json ? Json.line(artifact.manifest()) : ModelCard.of(artifact).stripTrailing());
    return 0;
  }

  @Command(
      name = "promote",
      mixinStandardHelpOptions = true,
      description = "Makes a model the champion; the one before becomes `previous`.")
  int promote(
      @Parameters(paramLabel = "MODEL", description = "name:version, or a name for its newest.")
          String reference)
      throws IOException {
    models().promote(Registry.CHAMPION, reference);
    return list();
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Makes the previous champion the champion again.")
  int rollback() throws IOException {
    models().rollBack();
    return list();
  }

  private Registry models() {
    Path folder = folder();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandFailed(folder + " is a file, expected a folder of models", null);
    }
    return new Registry(folder);
  }

  private Path folder() {
    return registry != null ? registry : vigil.settings().model().registry();
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
