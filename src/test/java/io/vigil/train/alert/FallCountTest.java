package io.vigil.train.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertKey;
import io.vigil.alert.AlertType;
import io.vigil.alert.Occurrence;
import io.vigil.alert.Occurrences;
import io.vigil.alert.Severity;
import io.vigil.alert.Status;
import io.vigil.alert.Times;
import io.vigil.train.fall.Rates;
import io.vigil.train.fall.Trial;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Alerts are held against trials, against a truth, and against days without a fall. */
class FallCountTest {
  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3600 * SECOND;

  private final FallCount count = new FallCount();

  /** Seen red with: hours of falls counted as those without one. */
  @Test
  void trialsAreJudgedByTheirName() {
    trial("SA01-F05-R01", 10, raised(4));
    trial("SA01-F05-R02", 10);
    trial("SA01-D14-R01", 1, raised(9), raised(40));
    trial("SE08-D14-R01", 2);
    trial("SE08-D01-R01", 1);
    FallScore score = count.score();

    assertThat(score.all()).isEqualTo(new Rates(2, 1, 3, 2));
    assertThat(score.all().sensitivity()).isEqualTo(0.5);
    assertThat(score.all().specificity()).isEqualTo(0.6667);
    assertThat(score.byPerson())
        .containsEntry("SA01", new Rates(2, 1, 1, 0))
        .containsEntry("SE08", new Rates(0, 0, 2, 2));
    assertThat(score.byKind()).containsEntry("D14", new Rates(0, 0, 2, 1));
    assertThat(score.falseAlarms()).isEqualTo(2);
    assertThat(score.hours()).isEqualTo(4);
    assertThat(score.falseAlarmsPerHour()).isEqualTo(0.5);
    assertThat(score.falseAlarmsPerPersonDay()).isEqualTo(12);
    assertThat(score.missed()).containsExactly("SA01-F05-R02");
    assertThat(score.alarmed()).containsExactly("SA01-D14-R01");
    assertThat(score.delaySeconds()).isEqualTo(new Delay(1, 2.5, 2.5, 2.5));
  }

  /** Seen red with: a day taken for a trial without a fall. */
  @Test
  void daysCountAsHoursAndNothingElse() {
    trial("11", 8, raised(100));
    FallScore score = count.score();

    assertThat(score.all()).isEqualTo(Rates.NONE);
    assertThat(score.all().specificity()).isNull();
    assertThat(score.byPerson()).isEmpty();
    assertThat(score.falseAlarmsPerHour()).isEqualTo(0.125);
    assertThat(score.delaySeconds()).isNull();
  }

  /** Seen red with: the delay measured from what the alert takes for the impact. */
  @Test
  void aTruthSaysWhichAlertTellsOfWhichFall() {
    List<Long> impacts = List.of(100 * SECOND, 500 * SECOND, 900 * SECOND);
    count.known("p1", List.of(raised(101), again(300, 499)), impacts, 10 * HOUR);
    count.known("p2", List.of(raised(100)), List.of(), 2 * HOUR);
    FallScore score = count.score();

    assertThat(score.all()).isEqualTo(new Rates(3, 2, 0, 0));
    assertThat(score.falseAlarms()).isEqualTo(1);
    assertThat(score.hours()).isEqualTo(12);
    assertThat(score.missed()).containsExactly("p1");
    assertThat(score.alarmed()).containsExactly("p2");
    assertThat(score.delaySeconds()).isEqualTo(new Delay(1, 3.5, 3.5, 3.5));
  }

  @Test
  void delaysAreThoseOfFallsByNearestRank() {
    List<Long> delays = LongStream.rangeClosed(1, 40).map(i -> i * SECOND).boxed().toList();
    assertThat(Delay.of(delays)).isEqualTo(new Delay(40, 20, 38, 40));
  }

  @Test
  void whatIsSplicedMustBeFoundWhileItLasts() {
    SpliceCount splices = new SpliceCount();
    splices.add("p1", List.of(raised(100)), 90 * SECOND, 200 * SECOND);
    splices.add("p2", List.of(raised(100)), 200 * SECOND, 300 * SECOND);
    splices.add("p3", List.of(), 200 * SECOND, 300 * SECOND);

    assertThat(splices.score()).isEqualTo(new SpliceCount.Score(3, 0.3333, 1, List.of("p2", "p3")));
  }

  private void trial(String id, long hours, Alert... alerts) {
    count.named(Trial.of(id), List.of(alerts), hours * HOUR);
  }

  private static Alert raised(long second) {
    return again(second, second);
  }

  /** Raised 2.5 s after an impact, and seen again. */
  private static Alert again(long first, long second) {
    return new Alert(
        new AlertKey("p", AlertType.FALL, first * SECOND),
        Severity.MAJOR,
        Status.ACTIVE_UNACK,
        new Times(first * SECOND + 2_500_000, Alert.NEVER, Alert.NEVER, Alert.NEVER),
        null,
        null,
        new Occurrences(
            0,
            List.of(
                new Occurrence(first * SECOND, Severity.MAJOR, ""),
                new Occurrence(second * SECOND, Severity.MAJOR, ""))),
        null,
        null,
        null,
        1);
  }
}
