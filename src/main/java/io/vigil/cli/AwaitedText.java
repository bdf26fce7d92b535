package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.EscalationStep;
import io.vigil.alert.Rules;
import io.vigil.alert.Status;
import io.vigil.alert.Waits;
import java.util.ArrayList;
import java.util.List;

/** What an alert waits for, for a person. */
final class AwaitedText {

  /**
   * A sentence for each thing; at least one.
   *
   * @param rules that hold for its participant
   * @param now microseconds since the epoch (UTC)
   */
  static List<String> lines(Alert alert, Rules rules, long now) {
    Waits waits = alert.waits();
    List<String> lines = new ArrayList<>();
    if (waits.okUntil() != Alert.NEVER && waits.okUntil() > now) {
      lines.add("the wearer's \"I'm OK\" until " + at(waits.okUntil(), now));
    }
    if (waits.escalate() != Alert.NEVER) {
      lines.add("an acknowledgement; " + step(alert, rules) + at(waits.escalate(), now));
    }
    if (waits.snoozedUntil() != Alert.NEVER) {
      lines.add("the end of its snooze at " + at(waits.snoozedUntil(), now));
    }
    if (waits.clear() != Alert.NEVER) {
      lines.add("its cause to stay away; clears itself at " + at(waits.clear(), now));
    }
    return lines.isEmpty() ? List.of(otherwise(alert)) : lines;
  }

  private static String at(long moment, long now) {
    return Moments.text(moment) + " (" + Moments.from(now, moment) + ")";
  }

  private static String step(Alert alert, Rules rules) {
    List<EscalationStep> steps = rules.handling().steps(alert.severity());
    int level = alert.care().level();
    return level < steps.size()
        ? "calls " + steps.get(level).calls() + " at "
        : "nobody is left to call at ";
  }

  private static String otherwise(Alert alert) {
    if (alert.status() == Status.CLEARED_ACK) {
      return "nothing; it is over";
    }
    if (alert.status() == Status.CLEARED_UNACK) {
      return "an acknowledgement";
    }
    return alert.status().acknowledged()
        ? "somebody to clear it"
        : "an acknowledgement; calls nobody more";
  }

  private AwaitedText() {}
}
