package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.AlertSettings;
import io.vigil.alert.RuleSet;
import io.vigil.alert.Rules;
import io.vigil.alert.Severity;
import org.junit.jupiter.api.Test;

class DemoRulesTest {

  /** Seen red with: another {@code inactivity.byDay} in demo-rules.yaml. */
  @Test
  void differFromThoseOfVigilInNothingButHowAlertsAreHandled() {
    Rules demo = RuleSet.read("demo-rules.yaml", DemoRules.text()).forParticipant("anybody");
    Rules shipped = RuleSet.shipped().forParticipant("anybody");
    assertThat(demo)
        .usingRecursiveComparison()
        .ignoringFields("handling.countdown", "handling.escalation")
        .isEqualTo(shipped);
    assertThat(demo.handling().countdown()).isLessThan(shipped.handling().countdown());
    assertThat(demo.handling().steps(Severity.CRITICAL))
        .hasSameSizeAs(shipped.handling().steps(Severity.CRITICAL));
  }

  @Test
  void areToldInWords() {

    assertThat(DemoRules.calls(AlertSettings.ofReplay().withRules(DemoRules.text())))
        .isEqualTo(
            "the wearer has 3 s to say \"I'm OK\", then caregiver at once, family 6 s later,"
                + " emergency 30 s later");
  }
}
