package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Rules;
import io.vigil.alert.StatusWord;
import io.vigil.publish.StopSignal;
import io.vigil.settings.Settings;
import io.vigil.store.DocumentStore;
import java.time.Duration;
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

/** Which alerts there are, and what people answer to them. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {
      "Shows alerts, and takes people's answers to them to the running job.",
      "The job follows an answer or refuses it, and says why; the exit code is 1 where it does not follow."
    })
final class AlertsCommand implements Runnable {
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
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Lists alerts, the worst first, of equally bad ones the oldest.")
  int list(
      @Option(
              names = "--status",
              paramLabel = "STATUS",
              defaultValue = "ACTIVE",
              description = "ANY, ACTIVE, CLEARED, ACK or UNACK (default: ${DEFAULT-VALUE}).")
          StatusWord status,
      @Option(names = "--limit", paramLabel = "N", description = "So many at most (default: all).")
          Integer limit,
      @Mixin AlertChoice which) {
    if (limit != null && limit < 1) {
      throw new UsageException("--limit is %d, expected 1 or more".formatted(limit));
    }
    Settings settings = vigil.settings();
    AlertFilter filter = which.filter(status, settings.pseudonymKey());
    try (DocumentStore store = KeptStore.open(settings)) {
      AlertListing listing =
          AlertListing.of(
              new KeptAlerts(store).all(this::warn),
              filter,
              limit == null ? Integer.MAX_VALUE : limit);
      if (json) {
        print(AlertsJson.of(listing));
      } else {
        AlertTable.lines(listing, Terminal.width(spec)).forEach(this::print);
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows all of an alert: evidence, history, and what it waits for.")
  int show(@Parameters(paramLabel = "ALERT", description = "The alert's id.") String id) {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      Alert alert = new KeptAlerts(store).get(id);
      if (json) {
        print(AlertsJson.of(alert));
      } else {
        Rules rules =
            RuleShelf.of(store, settings).inForce().forParticipant(alert.key().participantId());
        AlertText.lines(alert, rules, now()).forEach(this::print);
      }
    }
    return ExitCode.OK;
  }

  @Command(
      name = "watch",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Prints what happens to alerts, a line each, until it is stopped by Ctrl-C. Severity and"
              + " status are those of the alert when the line is printed.")
  int watch(
      @Option(names = "--from-now", description = "Only what happens from now on (default).")
          boolean fromNow,
      @Option(names = "--all", description = "First what is kept of what happened before.")
          boolean all,
      @Mixin AlertChoice which) {
    if (fromNow && all) {
      throw new UsageException("--from-now and --all are given, expected one of them");
    }
    Settings settings = vigil.settings();
    AlertFilter filter = which.filter(StatusWord.ANY, settings.pseudonymKey());
    try (DocumentStore store = KeptStore.open(settings)) {
      String from = new LiveEnds(settings).storeName();
      new AlertWatch(store, new StopSignal(), filter)
          .run(all, new WatchedLines(spec.commandLine(), from, json));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "ack",
      mixinStandardHelpOptions = true,
      description = "Says that you have seen it and take care: nobody more is called.")
  int ack(@Mixin AnswerOptions answer) {
    return send(CommandKind.ACK, answer, Alert.NEVER);
  }

  @Command(
      name = "unack",
      mixinStandardHelpOptions = true,
      description = "Says that you cannot after all: escalation begins anew.")
  int unack(@Mixin AnswerOptions answer) {
    return send(CommandKind.UNACK, answer, Alert.NEVER);
  }

  @Command(name = "clear", mixinStandardHelpOptions = true, description = "Says that it is over.")
  int clear(@Mixin AnswerOptions answer) {
    return send(CommandKind.CLEAR, answer, Alert.NEVER);
  }

  @Command(
      name = "resolve",
      mixinStandardHelpOptions = true,
      description = "Says that you have seen it and that it is over, both at once.")
  int resolve(@Mixin AnswerOptions answer) {
    return send(CommandKind.RESOLVE, answer, Alert.NEVER);
  }

  @Command(
      name = "assign",
      mixinStandardHelpOptions = true,
      description = "Says whose it is now: that of TEXT.")
  int assign(@Mixin AnswerOptions answer) {
    return send(CommandKind.ASSIGN, answer, Alert.NEVER);
  }

  @Command(
      name = "comment",
      mixinStandardHelpOptions = true,
      description = "Adds a remark to the history.")
  int comment(@Mixin AnswerOptions answer) {
    return send(CommandKind.COMMENT, answer, Alert.NEVER);
  }

  @Command(
      name = "snooze",
      mixinStandardHelpOptions = true,
      description = "Puts it off: nobody more is called until a given time.")
  int snooze(
      @Option(
              names = "--for",
              paramLabel = "SPAN",
              description = "So long from now, like 30m or 12 h.")
          Duration span,
      @Option(
              names = "--until",
              paramLabel = "TIME",
              description = "Until this moment, ISO-8601 in UTC.")
          Instant until,
      @Mixin AnswerOptions answer) {
    return send(CommandKind.SNOOZE, answer, AnswerOptions.end(span, until, now()));
  }

  @Command(
      name = "im-ok",
      mixinStandardHelpOptions = true,
      description =
          "The wearer says that they are well; within the countdown that clears the alert.")
  int imOk(@Mixin AnswerOptions answer) {
    return send(CommandKind.IM_OK, answer, Alert.NEVER);
  }

  private int send(CommandKind kind, AnswerOptions answer, long until) {
    Settings settings = vigil.settings();
    try (DocumentStore store = KeptStore.open(settings)) {
      KeptAlerts alerts = new KeptAlerts(store);
      String participantId = alerts.get(answer.alertId).key().participantId();
      Answered answered =
          new Answering(
                  new CommandDoor(settings, store, new SettingsHubAccess()),
                  new Answers(store, new StopSignal()),
                  alerts)
              .send(answer.command(kind, participantId, now(), until), answer.asked.wait);
      if (json) {
        print(Json.line(answered));
      } else if (answered.followed()) {
        print(Harmless.line(answered.text()));
      } else {
        warn(answered.text());
      }
      return answered.followed() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }

  private static long now() {
    return Moments.micros(Instant.now());
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }

  private void warn(String sentence) {
    spec.commandLine().getErr().println("vigil: " + Harmless.line(sentence));
  }
}
