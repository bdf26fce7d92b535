package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
  private static final long NOW = 1_000_000;
  private static final long DAY = Duration.ofDays(1).toMillis();

  @Test
  void alarmsAreTriedOftenAtFirst() {
    assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000))
        .extracting(attempts -> RetryPlan.after(attempts).toSeconds())
        .containsExactly(1L, 2L, 5L, 10L, 30L, 60L, 300L, 900L, 1800L, 3600L, 3600L, 3600L);
  }

  /** Seen red with: chance that only lengthens a wait, and a spread of a half. */
  @Test
  void chanceMovesAWaitByAFifthAtMostAndEitherWay() {
    long seed = System.nanoTime();
    RetryPlan plan = new RetryPlan(new Random(seed));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      waits.add(plan.next(4, Optional.empty(), NOW, NOW + DAY).orElseThrow() - NOW);
    }
    assertThat(waits).as("seed " + seed).allMatch(wait -> wait >= 8_000 && wait <= 12_000);
    assertThat(waits).as("seed " + seed).anyMatch(wait -> wait < 9_000);
    assertThat(waits).as("seed " + seed).anyMatch(wait -> wait > 11_000);
  }

  /** Seen red with: a receiver's pause that is not looked at. */
  @Test
  void aReceiversPauseIsKeptUpToAnHour() {
    RetryPlan plan = new RetryPlan(new Random(1));
    assertThat(plan.next(1, Optional.of(Duration.ofSeconds(90)), NOW, NOW + DAY))
        .contains(NOW + 90_000);
    assertThat(plan.next(1, Optional.of(Duration.ofDays(300)), NOW, NOW + DAY))
        .contains(NOW + 3_600_000);
  }

  @Test
  void whatCannotBeTriedInTimeIsGivenUp() {
    RetryPlan plan = new RetryPlan(new Random(1));
    assertThat(plan.next(9, Optional.empty(), NOW, NOW + 1_000)).isEmpty();
  }
}
