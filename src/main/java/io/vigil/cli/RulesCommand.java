package io.vigil.cli;

import io.vigil.alert.RuleSet;
import io.vigil.publish.StopSignal;
import io.vigil.settings.Settings;
import io.vigil.store.DocumentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Which rules alerts follow, and others for the running job. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "Checks rules, brings them to the running job, and goes back to former ones.",
      "The job takes new rules without a restart, or refuses them and keeps those it has."
    })
final class RulesCommand implements Runnable {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print as JSON.")
  boolean json;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "No command is given, expected one of " + spec.subcommands().keySet());
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads a file of rules and says every problem there is in it.")
  int check(@Parameters(paramLabel = "FILE", description = "The file.") Path file)
      throws IOException {
    RuleSet rules = RuleFile.read(file);
    print(json ? RulesText.json(rules) : file + ": " + RulesText.line(rules));
    return ExitCode.OK;
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = "Checks a file of rules and brings it to the running job.")
  int publish(
      @Parameters(
              paramLabel = "FILE",
              description = "The file; its version is above all there were.")
          Path file,
      @Mixin ActorOptions asked)
      throws IOException {
    RuleSet rules = RuleFile.read(file);
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      return publish(rules, RuleShelf.of(store, settings), store, asked);
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the rules that were published, the oldest first.")
  int list() {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      RuleShelf shelf = RuleShelf.of(store, settings);
      if (json) {
        print(RulesText.json(shelf));
      } else {
        RulesText.lines(shelf).forEach(line -> print(Harmless.line(line)));
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints rules as they were written.")
  int show(
      @Parameters(
              arity = "0..1",
              paramLabel = "VERSION",
              description = "Their version (default: those that the job follows).")
          Integer version) {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      RuleShelf shelf = RuleShelf.of(store, settings);
      RuleSet rules = version == null ? shelf.inForce() : find(shelf, version);
      print(json ? RulesText.json(rules) : rules.text().stripTrailing());
    }
    return ExitCode.OK;
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description =
          "Publishes former rules again, under a version above all there were. Only that number is"
              + " changed in them.")
  int rollback(
      @Parameters(paramLabel = "VERSION", description = "The former rules' version.") int version,
      @Mixin ActorOptions asked) {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      RuleShelf shelf = RuleShelf.of(store, settings);
      RuleSet former = RuleFile.withVersion(find(shelf, version), shelf.newestVersion() + 1);
      return publish(former, shelf, store, asked);
    }
  }

  private int publish(RuleSet rules, RuleShelf shelf, DocumentStore store, ActorOptions asked) {
    PublishedRules published =
        new RulePublishing(store, new Answers(store, new StopSignal()))
            .publish(rules, shelf, asked.actor(), Moments.micros(Instant.now()), asked.wait);
    if (json) {
      print(Json.line(published));
    } else if (published.followed()) {
      print(Harmless.line(published.text()));
    } else {
      throw new CommandFailed(published.text(), null);
    }
    return published.followed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static RuleSet find(RuleShelf shelf, int version) {
    return shelf
        .ofVersion(version)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "There are no rules of version %d that the job did not refuse; `vigil rules list` shows which there are"
                        .formatted(version),
                    null));
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
  }
}
