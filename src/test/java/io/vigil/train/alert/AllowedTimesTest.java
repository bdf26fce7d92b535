package io.vigil.train.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.RuleSet;
import io.vigil.alert.Rules;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** By the shipped rules: 30 minutes by day, 90 from ten at night to seven in the morning. */
class AllowedTimesTest {
  private static final Rules RULES = RuleSet.shipped().forParticipant("p1");

  /** Seen red with: the limit of the first instant for the whole time. */
  @Test
  void eachPartOfTheDayCountsByItsShare() {
    assertThat(still("2026-01-05T12:00:00Z"))
        .isBetween(Duration.ofMinutes(31), Duration.ofMinutes(34));
    assertThat(still("2026-01-05T01:00:00Z"))
        .isBetween(Duration.ofMinutes(91), Duration.ofMinutes(94));
    // Half of it by day, and three quarters of an hour of the night.
    assertThat(still("2026-01-05T21:45:00Z"))
        .isBetween(Duration.ofMinutes(61), Duration.ofMinutes(64));
  }

  @Test
  void silenceIsLongerThanItsLimit() {
    assertThat(AllowedTimes.tooLongSilent(RULES)).isGreaterThan(10 * 60_000_000L);
  }

  private static Duration still(String from) {
    long micros = Instant.parse(from).getEpochSecond() * 1_000_000;
    return Duration.ofNanos(1000 * AllowedTimes.tooLongStill(RULES, micros));
  }
}
