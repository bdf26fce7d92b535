package io.vigil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What is written is counted from when it could have been written. */
class ResultTimesTest {
  private static final long BEGINNING = micros("2026-01-05T09:00:00Z");
  private static final long DISORDER = 2_000_000;

  /** The only participant, whose seconds are those of the clock. */
  private static final String ID = Fleet.id(0);

  private final ResultTimes times = new ResultTimes(DISORDER);

  ResultTimesTest() {
    times.begin(MeasuredFleet.of(1, BEGINNING, 10, 20));
  }

  /**
   * The window ends at second 14; nothing before 16 is waited for, of which second 16 brings the
   * first sample: it was due at 17. Seen red with: the disorder left out.
   */
  @Test
  void aWindowCountsFromTheMessageThatClosesIt() {
    times.written(activity("2026-01-05T09:00:14Z", true), micros("2026-01-05T09:00:17.300Z"));
    assertThat(times.fromDue().count()).isEqualTo(1);
    assertThat(times.fromDue().maxMillis()).isBetween(299.0, 301.0);
    assertThat(times.fromLastSample().maxMillis()).isBetween(3_295.0, 3_305.0);
  }

  @Test
  void whatIsClosedOrWarmingUpOrNobodysIsNotCounted() {
    long late = micros("2026-01-05T09:00:40Z");
    times.written(activity("2026-01-05T09:00:14Z", false), late);
    times.written(activity("2026-01-05T09:00:04Z", true), late);
    times.written(activity("2026-01-05T09:00:29Z", true), late);
    times.written(new Document(Container.ACTIVITIES, "x", "", "2026-01-05", 0, "not read"), late);
    assertThat(times.fromDue().count()).isZero();
  }

  @Test
  void anAlertCountsFromItsImpactAndOnce() {
    long impact = micros("2026-01-05T09:00:15Z");
    times.written(alert("FALL", impact, 1), impact + 4_000_000);
    times.written(alert("FALL", impact, 2), impact + 9_000_000);
    times.written(alert("INACTIVITY", impact, 1), impact + 9_000_000);
    assertThat(times.fromImpact().count()).isEqualTo(1);
    assertThat(times.fromImpact().maxMillis()).isBetween(3_995.0, 4_005.0);
  }

  @Test
  void aHeartbeatSaysThatTheJobLives() {
    assertThat(times.alive()).isFalse();
    times.written(new Document(Container.HEARTBEATS, "job", "", "", 0, "{}"), BEGINNING);
    assertThat(times.alive()).isTrue();
  }

  private static Document activity(String end, boolean open) {
    return new Document(
        Container.ACTIVITIES,
        "a",
        ID,
        "2026-01-05",
        BEGINNING,
        "{\"end\":\"%s\",\"open\":%s}".formatted(end, open));
  }

  private static Document alert(String type, long impact, long revision) {
    return new Document(
        Container.ALERTS,
        "f",
        ID,
        "2026-01-05",
        impact,
        revision,
        "{\"type\":\"%s\"}".formatted(type));
  }

  private static long micros(String iso) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(iso));
  }
}
