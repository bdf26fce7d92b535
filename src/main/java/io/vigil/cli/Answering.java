package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.Answer;
import io.vigil.alert.Answer.Verdict;
import io.vigil.alert.Command;
import java.time.Duration;
import java.util.Optional;

/** Sends a command to the job and waits for what becomes of it. */
final class Answering {
  private final CommandDoor door;
  private final Answers answers;
  private final KeptAlerts alerts;

  Answering(CommandDoor door, Answers answers, KeptAlerts alerts) {
    this.door = door;
    this.answers = answers;
    this.alerts = alerts;
  }

  /**
   * Sends it, unless it was answered before.
   *
   * @param patience how long an answer is waited for
   * @throws CommandFailed where its id was given to another command before
   */
  Answered send(Command command, Duration patience) {
    Optional<Answer> before = answers.find(command.participantId(), command.id());
    if (before.isPresent()) {
      return told(command, checked(command, before.get()), patience);
    }
    door.send(command);
    return answers
        .await(command.participantId(), command.id(), patience)
        .map(answer -> told(command, checked(command, answer), patience))
        .orElseGet(() -> Answered.waiting(command, door.name(), patience));
  }

  private static Answer checked(Command command, Answer answer) {
    if (!answer.alertId().equals(command.alertId())
        || !answer.asked().equals(command.kind().word())) {
      throw new CommandFailed(
          "The command id %s was used before, for `%s %s`; expected one that is new, or none. Nothing is changed"
              .formatted(command.id(), answer.asked(), answer.alertId()),
          null);
    }
    return answer;
  }

  /** With the alert as it is after it: its document may come a moment after the answer. */
  private Answered told(Command command, Answer answer, Duration patience) {
    if (answer.verdict() == Verdict.REFUSED) {
      return Answered.of(command, answer, Optional.empty());
    }
    Optional<Alert> after =
        answers.await(
            patience,
            () ->
                Optional.of(alerts.get(command.alertId()))
                    .filter(alert -> alert.revision() >= answer.revision()));
    return Answered.of(command, answer, after);
  }
}
