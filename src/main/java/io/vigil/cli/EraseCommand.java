package io.vigil.cli;

import io.vigil.erasure.Erasure;
import io.vigil.erasure.ErasureMessages;
import io.vigil.settings.Settings;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Erases a person everywhere, and refuses what comes of them later. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Erases a person: in the running job, the store, the lake, the models, the feed and the directory. Later samples are refused.",
      "A receipt says what was removed and what remains elsewhere, and until when. The same command goes on where it was stopped."
    })
final class EraseCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Parameters(
      arity = "0..1",
      paramLabel = "PARTICIPANT",
      description = "Who: the id as sensors send it, or the pseudonym.")
  String participant;

  @Option(names = "--dry-run", description = "Count what would go, and change nothing.")
  boolean dryRun;

  @Option(names = "--yes", description = "Do not ask whether it is meant.")
  boolean yes;

  @Option(
      names = "--unknown",
      description = "Refuse somebody of whom nothing is kept, before anything comes.")
  boolean unknown;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Who asks, a name or a role (default: the user of this machine).")
  String as;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for the receipt; without the person's name.")
  String reason;

  @Option(
      names = "--wait",
      paramLabel = "SPAN",
      defaultValue = "2 min",
      description = "How long to wait for the running job (default: ${DEFAULT-VALUE}).")
  Duration wait;

  @Option(
      names = "--settle",
      paramLabel = "SPAN",
      defaultValue = "20 s",
      description =
          "How long after a look that found nothing to look once more, for what a task that was lost writes late"
              + " (default: ${DEFAULT-VALUE}).")
  Duration settle;

  @Mixin ErasureFiles files;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    if (participant == null || participant.isBlank()) {
      throw new UsageException(
          "No participant is given, expected the id of one, or a command: "
              + spec.subcommands().keySet());
    }
    Settings settings = vigil.settings();
    ErasedPerson person = ErasedPerson.of(participant, settings);
    try (DocumentStore store = KeptStore.open(settings)) {
      ErasurePlaces where = new ErasurePlaces(settings, person);
      Erasing erasing = new Erasing(settings, person, store, where, where.all(store, files));
      Erasing.Look look = erasing.look();
      Map<String, Long> found = look.found();
      Optional<ErasureReceipt> before = erasing.inForce();
      if (dryRun) {
        printFound(look);
        return ExitCode.OK;
      }
      if (found.isEmpty() && before.filter(ErasureReceipt::isDone).isPresent()) {
        print(before.get(), "Was erased before, and nothing is kept since");
        return ExitCode.OK;
      }
      if (found.isEmpty() && before.isEmpty() && !unknown) {
        throw new CommandFailed(
            "Nothing is kept of this participant in any place of the settings; is the id right, and the pseudonyms' key?%s --unknown refuses them nevertheless"
                .formatted(look.missingLine()),
            null);
      }
      confirm(look);
      Erasing.Asked asked = new Erasing.Asked(actor(), reason, wait, settle);
      ErasureReceipt receipt =
          erasing.carryOut(before.orElseGet(() -> erasing.order(asked, look)), asked);
      print(receipt, receipt.isDone() ? "Erased" : "Not all is erased yet");
      return receipt.isDone() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists erasures, the oldest first.")
  int list() {
    try (DocumentStore store = KeptStore.open(vigil.settings())) {
      List<ErasureReceipt> all = new ArrayList<>();
      store.scan(Container.ERASURES, document -> all.add(ErasureReceipt.of(document)));
      all.sort(java.util.Comparator.comparing(ErasureReceipt::at));
      if (json) {
        out().println(Json.line(all.stream().map(ErasureReceipt::json).toList()));
      } else {
        all.forEach(
            one ->
                out()
                    .println(
                        Harmless.line(
                            "%s  %-8s %s  %s  by %s"
                                .formatted(
                                    one.at(), one.state(), one.id(), one.person(), one.by()))));
      }
      return ExitCode.OK;
    }
  }

  @Command(
      name = "receipt",
      mixinStandardHelpOptions = true,
      description = "Prints the receipt of an erasure, as JSON with its sha256.")
  int receipt(
      @Parameters(
              paramLabel = "ERASURE|PARTICIPANT",
              description = "The erasure's id, or whose newest it is.")
          String which) {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      out().println(ErasureReceipt.of(find(store, which, settings)).json());
      return ExitCode.OK;
    }
  }

  @Command(
      name = "lift",
      mixinStandardHelpOptions = true,
      description =
          "Lets a person in again who has come back: later samples are welcome. What was erased stays erased.")
  int lift(
      @Parameters(paramLabel = "PARTICIPANT", description = "Who, as with erase.") String whom) {
    Settings settings = vigil.settings();
    ErasedPerson person = ErasedPerson.of(whom, settings);
    try (DocumentStore store = KeptStore.open(settings)) {
      Document newest =
          Erasing.newest(store, person.participantId())
              .filter(document -> !ErasureMessages.read(document.body()).lifted())
              .orElseThrow(
                  () ->
                      new CommandFailed(
                          "This participant is not refused; nothing is changed", null));
      ErasureReceipt lifted = ErasureReceipt.of(newest).lifted(Instant.now().toString(), actor());
      store.upsert(
          List.of(
              lifted.document(
                  new Erasure(newest.id(), newest.participantId(), newest.time(), true))));
      print(lifted, "Lifted: the running job lets their samples in within seconds");
      return ExitCode.OK;
    }
  }

  private static Document find(DocumentStore store, String which, Settings settings) {
    return store
        .find(Container.ERASURES, "", "", which)
        .or(() -> Erasing.newest(store, ErasedPerson.of(which, settings).participantId()))
        .orElseThrow(
            () ->
                new CommandFailed(
                    "There is no such erasure, expected one that `vigil erase list` has, or whose it is",
                    null));
  }

  private String actor() {
    String actor = as == null ? System.getProperty("user.name", "") : as;
    if (actor.isBlank()) {
      throw new UsageException("--as is empty, expected the name or role of who asks");
    }
    return actor.strip();
  }

  private void confirm(Erasing.Look look) {
    if (yes) {
      return;
    }
    if (System.console() == null) {
      throw new UsageException(
          "Nobody can be asked whether it is meant, expected --yes where there is no terminal");
    }
    printFound(look);
    String typed =
        System.console().readLine("This cannot be undone. Type the participant again to erase: ");
    if (typed == null || !typed.strip().equals(participant)) {
      throw new CommandFailed("That is not who was given; nothing is changed", null);
    }
  }

  private void printFound(Erasing.Look look) {
    if (json) {
      out().println(Json.line(look));
    } else {
      if (look.found().isEmpty()) {
        out().println("Nothing is kept of this participant.");
      }
      look.found().forEach((place, count) -> out().printf("%,10d  %s%n", count, place));
      ErasureText.places(look.places()).forEach(line -> out().println(Harmless.line(line)));
    }
    out().flush();
  }

  private void print(ErasureReceipt receipt, String title) {
    if (json) {
      out().println(receipt.json());
    } else {
      ErasureText.lines(receipt, title).forEach(line -> out().println(Harmless.line(line)));
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
