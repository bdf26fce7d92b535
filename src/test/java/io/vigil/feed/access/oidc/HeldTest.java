package io.vigil.feed.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldTest {
  private static final Instant BEGINNING = Instant.parse("2026-01-05T09:00:00Z");

  private Instant now = BEGINNING;
  private final Held<Instant> held = new Held<>(3, end -> end, () -> now);

  @Test
  void whatIsHeldIsFoundUntilItEnds() {
    String name = held.put(BEGINNING.plusSeconds(10));
    now = BEGINNING.plusSeconds(9);
    assertThat(held.find(name)).isPresent();
    now = BEGINNING.plusSeconds(10);
    assertThat(held.find(name)).isEmpty();
    assertThat(held.size()).isZero();
  }

  @Test
  void whatIsTakenIsGone() {
    String name = held.put(BEGINNING.plusSeconds(10));
    assertThat(held.take(name)).isPresent();
    assertThat(held.take(name)).isEmpty();
    assertThat(held.find(name)).isEmpty();
  }

  /** Seen red with: the oldest dropped before what has ended. */
  @Test
  void whatHasEndedMakesRoomFirst() {
    String first = held.put(BEGINNING.plusSeconds(10));
    held.put(BEGINNING.plusSeconds(1));
    held.put(BEGINNING.plusSeconds(10));
    now = BEGINNING.plusSeconds(1);
    held.put(BEGINNING.plusSeconds(10));
    assertThat(held.find(first)).isPresent();
  }

  /** Seen red with: no bound. */
  @Test
  void theOldestMakesRoomWhereNothingHasEnded() {
    String first = held.put(BEGINNING.plusSeconds(10));
    for (int i = 0; i < 3; i++) {
      held.put(BEGINNING.plusSeconds(10));
    }
    assertThat(held.size()).isEqualTo(3);
    assertThat(held.find(first)).isEmpty();
  }

  @Test
  void namesAreNeverTheSame() {
    assertThat(held.put(BEGINNING.plusSeconds(1)))
        .matches("[\\w-]{43}")
        .isNotEqualTo(held.put(BEGINNING.plusSeconds(1)));
  }
}
