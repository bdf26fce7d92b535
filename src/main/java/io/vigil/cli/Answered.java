package io.vigil.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.alert.Alert;
import io.vigil.alert.Answer;
import io.vigil.alert.Answer.Verdict;
import io.vigil.alert.Command;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param verdict {@code FOLLOWED}, {@code REFUSED} or {@code WAITING}
 * @param reason why, where it was not followed
 * @param status of the alert after it, or the empty string
 */
record Answered(
    @JsonProperty("commandId") String commandId,
    @JsonProperty("alertId") String alertId,
    @JsonProperty("command") String command,
    @JsonProperty("actor") String actor,
    @JsonProperty("verdict") String verdict,
    @JsonProperty("reason") String reason,
    @JsonProperty("status") String status,
    @JsonProperty("revision") long revision) {

  static Answered of(Command command, Answer answer, Optional<Alert> after) {
    return new Answered(
        command.id(),
        command.alertId(),
        command.kind().word(),
        answer.actor(),
        answer.verdict().name(),
        answer.reason(),
        after.map(alert -> alert.status().name()).orElse(""),
        answer.revision());
  }

  static Answered waiting(Command command, String kept, Duration patience) {
    return new Answered(
        command.id(),
        command.alertId(),
        command.kind().word(),
        command.actor(),
        "WAITING",
        "not answered within %s; it is kept in %s and will be followed when the job runs. --command-id %s asks again"
            .formatted(Moments.span(patience), kept, command.id()),
        "",
        0);
  }

  boolean followed() {
    return verdict.equals(Verdict.FOLLOWED.name());
  }

  /** In a sentence. */
  String text() {
    String what = "%s of %s by %s".formatted(command, alertId, actor);
    if (followed()) {
      return what + ": followed" + (status.isEmpty() ? "" : ", the alert is " + status);
    }
    return what + ": " + (verdict.equals(Verdict.REFUSED.name()) ? "refused: " : "") + reason;
  }
}
