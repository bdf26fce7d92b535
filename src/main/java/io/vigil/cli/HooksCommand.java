package io.vigil.cli;

import io.vigil.feed.hook.DeliveryStatus;
import io.vigil.feed.hook.Hook;
import io.vigil.feed.hook.HookDispatcher;
import io.vigil.feed.hook.HookLedger;
import io.vigil.feed.hook.HookSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Where alerts are pushed to, and what did not arrive. */
@Command(
    name = "hooks",
    mixinStandardHelpOptions = true,
    description = "Lists hooks, tries one, shows its dead letters, or sends them again.")
final class HooksCommand implements Runnable {
  private static final int MOST_SHOWN = 1_000;

  @Spec CommandSpec spec;
  @ParentCommand Vigil vigil;

  @Mixin HookFiles files;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print as JSON.")
  boolean json;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "No command is given, expected one of " + spec.subcommands().keySet());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists hooks, and how many messages of each have come how far.")
  int list() {
    List<HookReport.Listed> listed;
    if (Files.exists(files.ledger)) {
      try (HookLedger opened = HookLedger.open(files.ledger)) {
        listed =
            settings().hooks().stream()
                .map(hook -> HookReport.Listed.of(hook, opened.query().counts(hook.name())))
                .toList();
      }
    } else {
      listed =
          settings().hooks().stream().map(hook -> HookReport.Listed.of(hook, Map.of())).toList();
    }
    print(listed, listed.stream().map(HookReport.Listed::line).toList());
    return ExitCode.OK;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Posts one signed test message, which says that nobody needs help.")
  int test(@Parameters(paramLabel = "HOOK", description = "Its name.") String name) {
    Hook hook = hook(name);
    HookDispatcher.Trial trial = HookDispatcher.test(hook);
    print(
        Map.of("hook", name, "delivered", trial.delivered(), "answer", trial.words()),
        List.of("%s: %s".formatted(hook, trial.words())));
    return trial.delivered() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  @Command(
      name = "dead",
      mixinStandardHelpOptions = true,
      description = "Shows what was given up, oldest first, with the reason.")
  int dead(@Parameters(paramLabel = "HOOK", description = "Its name.") String name) {
    hook(name);
    try (HookLedger opened = opened()) {
      List<DeliveryStatus> dead = opened.query().dead(name, MOST_SHOWN);
      print(
          dead.stream().map(HookReport.Dead::of).toList(),
          dead.stream().map(HookReport.Dead::of).map(HookReport.Dead::line).toList());
    }
    return ExitCode.OK;
  }

  @Command(
      name = "resend",
      mixinStandardHelpOptions = true,
      description = "Queues dead letters again: one, or all of a hook. The feed sends them.")
  int resend(
      @Parameters(paramLabel = "HOOK", description = "Its name.") String name,
      @Parameters(
              paramLabel = "MESSAGE",
              arity = "0..1",
              description = "The id of a dead letter (default: all of the hook).")
          Optional<String> message) {
    hook(name);
    long now = Instant.now().toEpochMilli();
    try (HookLedger opened = opened()) {
      List<String> ids =
          message
              .map(List::of)
              .orElseGet(
                  () ->
                      opened.query().dead(name, MOST_SHOWN).stream()
                          .map(DeliveryStatus::messageId)
                          .toList());
      long queued = ids.stream().filter(id -> opened.resend(name, id, now)).count();
      if (message.isPresent() && queued == 0) {
        throw new CommandFailed(
            "Hook %s has no dead letter %s; `vigil hooks dead %s` shows those there are"
                .formatted(name, message.get(), name),
            null);
      }
      print(Map.of("queued", queued), List.of(queued + " queued"));
    }
    return ExitCode.OK;
  }

  private HookSettings settings() {
    return files.settings(vigil);
  }

  private Hook hook(String name) {
    HookSettings settings = settings();
    return settings
        .named(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s has no hook '%s', expected one of %s"
                        .formatted(
                            files.file(),
                            name,
                            settings.hooks().stream().map(Hook::name).toList())));
  }

  private HookLedger opened() {
    if (!Files.exists(files.ledger)) {
      throw new CommandFailed(
          "--files.ledger %s does not exist: the feed has told no hook anything there"
              .formatted(files.ledger),
          null);
    }
    return HookLedger.open(files.ledger);
  }

  private void print(Object value, List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(value));
    } else {
      lines.forEach(out::println);
    }
    out.flush();
  }
}
