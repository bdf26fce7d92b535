package io.vigil.cli;

import io.vigil.publish.FileDispatch.Manner;
import io.vigil.publish.MessageForm;
import io.vigil.publish.Pace;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Whether files go to a hub instead of through a job here, and how. */
final class HubOptions {
  private static final List<String> OF_A_JOB =
      List.of("--out", "--model", "--registry", "--parallelism");
  private static final List<String> OF_A_HUB = List.of("--speed", "--message", "--again");

  @Option(
      names = "--to",
      paramLabel = "HUB",
      description =
          "Send the files to this event hub instead, as sensors would: a second of samples a"
              + " message. How to connect is said by the settings' group eventhubs. A second run goes"
              + " on where the first was ended.")
  String to;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Send N times as fast as it was recorded (default: as fast as it goes).")
  Double speed;

  @Option(
      names = "--message",
      paramLabel = "FORM",
      description = "Send rows as ${DEFAULT-VALUE} or avro; jsonl lines go as they are.",
      defaultValue = "json")
  String message;

  @Option(names = "--again", description = "Send all from the start, also what is in the hub.")
  boolean again;

  /** Whether there is a hub to send to; refuses options that would have no effect. */
  boolean isGiven(ParseResult parsed) {
    for (String option : to == null ? OF_A_HUB : OF_A_JOB) {
      if (parsed.hasMatchedOption(option)) {
        throw new UsageException(
            to == null
                ? option + " says how to send, expected --to HUB with it"
                : option
                    + " is for a job here, --to sends the files elsewhere; expected one of them");
      }
    }
    return to != null;
  }

  /** How the files are sent. */
  Manner manner() {
    if (to.isBlank()) {
      throw new UsageException("--to is empty, expected the name of an event hub");
    }
    if (speed != null && !(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new UsageException(
          "--speed is %s, expected above 0: 1 is as recorded, 60 a minute a second"
              .formatted(speed));
    }
    MessageForm form =
        MessageForm.named(message)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--message is '%s', expected %s".formatted(message, MessageForm.NAMES)));
    return new Manner(form, speed == null ? Pace.unlimited() : Pace.of(speed), again);
  }
}
