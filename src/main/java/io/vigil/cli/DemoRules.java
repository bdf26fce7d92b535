package io.vigil.cli;

import io.vigil.alert.AlertSettings;
import io.vigil.alert.EscalationStep;
import io.vigil.alert.Handling;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Rules by which a minute shows what otherwise takes many. */
final class DemoRules {

  /** These rules, as a file says them. */
  static String text() {
    try (InputStream file = DemoRules.class.getResourceAsStream("/demo-rules.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's rules inside the program cannot be read", e);
    }
  }

  /** Whom rules call when it is bad, in words. */
  static String calls(AlertSettings rules) {
    Handling handling = RuleSet.read("rules.yaml", rules.rules()).forParticipant("").handling();
    List<EscalationStep> steps = handling.steps(Severity.CRITICAL);
    return steps.isEmpty()
        ? "nobody"
        : "the wearer has %s to say \"I'm OK\", then %s"
            .formatted(
                told(handling.countdown()),
                steps.stream().map(DemoRules::told).collect(Collectors.joining(", ")));
  }

  private static String told(EscalationStep step) {
    return step.after().isZero()
        ? step.calls() + " at once"
        : step.calls() + " " + told(step.after()) + " later";
  }

  private static String told(Duration duration) {
    return duration.toSeconds() < 120 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
  }

  private DemoRules() {}
}
