package io.vigil.cli;

import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.CommandMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person answers to an alert, as the command line says it. */
final class AnswerOptions {
  @Parameters(index = "0", paramLabel = "ALERT", description = "The alert's id.")
  String alertId;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "TEXT",
      description = "What is to be said with it, for the history; of `assign`, to whom.")
  List<String> words = List.of();

  @Option(names = "--text", paramLabel = "TEXT", description = "The same as one option.")
  String text;

  @Option(
      names = "--command-id",
      paramLabel = "ID",
      description =
          "The id of a command that was sent before: it is sent again, and changes nothing twice"
              + " (default: a new one).")
  String commandId;

  @Mixin ActorOptions asked;

  /**
   * The command.
   *
   * @param participantId whose alert it is
   * @param now the actor's clock, microseconds since the epoch (UTC)
   * @param until microseconds since the epoch, or {@link io.vigil.alert.Alert#NEVER}
   * @throws UsageException where the job would not take it for a command
   */
  Command command(CommandKind kind, String participantId, long now, long until) {
    if (text != null && !words.isEmpty()) {
      throw new UsageException("A text is given with --text and without; expected one of them");
    }
    Command command =
        new Command(
            commandId == null ? UUID.randomUUID().toString() : commandId,
            participantId,
            alertId,
            kind,
            asked.actor(),
            now,
            text == null ? String.join(" ", words) : text,
            until);
    try {
      return CommandMessages.read(CommandMessages.write(command).getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new UsageException("This is no command: " + e.getMessage());
    }
  }

  /** The end of a time span or a moment, of which one is given. */
  static long end(Duration span, Instant moment, long now) {
    if ((span == null) == (moment == null)) {
      throw new UsageException(
          "The end of a snooze is given %s; expected one of --for SPAN and --until TIME"
              .formatted(span == null ? "nowhere" : "twice"));
    }
    return moment == null ? now + span.toNanos() / 1000 : Moments.micros(moment);
  }
}
