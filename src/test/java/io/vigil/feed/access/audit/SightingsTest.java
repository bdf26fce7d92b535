package io.vigil.feed.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen again and again is written once an hour. */
class SightingsTest {
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");
  private final Sightings sightings = new Sightings(() -> now);

  /** Seen red with: everybody written as soon as one of them is new. */
  @Test
  void onlyWhoIsNewIsWritten() {
    assertThat(sightings.fresh("list", List.of("anna"))).contains(List.of("anna"));
    assertThat(sightings.fresh("list", List.of("anna"))).isEmpty();
    assertThat(sightings.fresh("list", List.of("anna", "bert"))).contains(List.of("bert"));
    assertThat(sightings.fresh("list", List.of())).isEmpty();
  }

  @Test
  void anotherPlaceIsAnotherSight() {
    assertThat(sightings.fresh("list", List.of())).isEqualTo(Optional.of(List.of()));
    assertThat(sightings.fresh("day", List.of())).isEqualTo(Optional.of(List.of()));
  }

  /** Seen red with: an hour that begins anew each time somebody looks. */
  @Test
  void afterAnHourAllIsWrittenAgain() {
    sightings.fresh("list", List.of("anna"));
    now = now.plus(Duration.ofMinutes(59));
    assertThat(sightings.fresh("list", List.of("anna"))).isEmpty();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(sightings.fresh("list", List.of("anna"))).contains(List.of("anna"));
  }

  /** Seen red with: the age of what was written taken as it is. */
  @Test
  void aClockThatWasSetBackDoesNotKeepTheTrailEmpty() {
    sightings.fresh("list", List.of("anna"));
    now = now.minus(Duration.ofDays(1));
    assertThat(sightings.fresh("list", List.of("anna"))).contains(List.of("anna"));
  }
}
