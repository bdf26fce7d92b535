package io.vigil.feed.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");
  private final Allowance sixty = new Allowance(60, () -> now);

  @Test
  void aMinutesWorthMayBeAskedAtOnceAndThenOneASecond() {
    for (int i = 0; i < 60; i++) {
      assertThat(sixty.take("anna")).isZero();
    }
    assertThat(sixty.take("anna")).isEqualTo(Duration.ofSeconds(1));
    assertThat(sixty.take("bert")).isZero();
    now = now.plusMillis(400);
    assertThat(sixty.take("anna")).isEqualTo(Duration.ofMillis(600));
    now = now.plusMillis(600);
    assertThat(sixty.take("anna")).isZero();
    assertThat(sixty.take("anna")).isPositive();
  }

  @Test
  void whoeverWaitsSavesAMinutesWorthAndNoMore() {
    sixty.take("anna");
    now = now.plus(Duration.ofDays(1));
    int asked = 0;
    while (sixty.take("anna").isZero()) {
      asked++;
    }
    assertThat(asked).isEqualTo(60);
  }

  @Test
  void aClockThatIsSetBackGivesAndTakesNothing() {
    while (sixty.take("anna").isZero()) {
      // Until all is taken.
    }
    now = now.minusSeconds(3600);
    assertThat(sixty.take("anna")).isPositive();
    now = now.plusSeconds(1);
    assertThat(sixty.take("anna")).isZero();
  }

  /** Seen red with: nobody forgotten. */
  @Test
  void namesDoNotFillTheMemory() {
    for (int i = 0; i < Allowance.MOST + 1_000; i++) {
      sixty.take("somebody-" + i);
    }
    assertThat(sixty.size()).isEqualTo(Allowance.MOST);
  }

  @Test
  void aHouseholdOfIpv6IsOneAddress() {
    assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ClientAddress.network("2001:db8:1:2::1"))
        .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
    assertThat(ClientAddress.network("10.0.0.1")).isEqualTo("10.0.0.1");
  }
}
