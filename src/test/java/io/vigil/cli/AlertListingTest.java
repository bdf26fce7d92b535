package io.vigil.cli;

import static io.vigil.cli.MadeUpAlerts.MINUTE;
import static io.vigil.cli.MadeUpAlerts.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.alert.Status;
import io.vigil.alert.StatusWord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertListingTest {
  private static final AlertFilter ALL =
      new AlertFilter(StatusWord.ANY, Set.of(), Optional.empty(), false, false);
  private static final Alert LATER_FALL = alert("ann", AlertType.FALL, Severity.MAJOR, 2);
  private static final Alert FALL = alert("bob", AlertType.FALL, Severity.MAJOR, 1);
  private static final Alert STILL = alert("ann", AlertType.INACTIVITY, Severity.CRITICAL, 9);
  private static final Alert SILENCE = alert("ann", AlertType.SILENCE, Severity.WARNING, 0);
  private static final Alert REPLAYED =
      MadeUpAlerts.alert("ann", AlertType.FALL, Severity.CRITICAL, NINE, true);
  private static final List<Alert> ALERTS = List.of(SILENCE, LATER_FALL, FALL, REPLAYED, STILL);

  private static Alert alert(String participant, AlertType type, Severity severity, int minute) {
    return MadeUpAlerts.alert(participant, type, severity, NINE + minute * MINUTE, false);
  }

  /** Seen red with: the newest first. */
  @Test
  void worstAndOldestComeFirst() {
    AlertListing listing = AlertListing.of(ALERTS, ALL, 10);
    assertThat(listing.alerts()).containsExactly(STILL, FALL, LATER_FALL);
    assertThat(listing.technical()).isEqualTo(1);
    assertThat(listing.replayed()).isEqualTo(1);
    assertThat(listing.beyond()).isZero();
  }

  @Test
  void theLimitLeavesTheWorst() {
    AlertListing listing = AlertListing.of(ALERTS, ALL, 1);
    assertThat(listing.alerts()).containsExactly(STILL);
    assertThat(listing.beyond()).isEqualTo(2);
  }

  /** Seen red with: those of other people counted as left out. */
  @Test
  void whatIsLeftOutIsOnlyWhatWasAskedFor() {
    AlertFilter bobs =
        new AlertFilter(StatusWord.ANY, Set.of("bob"), Optional.empty(), false, false);
    assertThat(AlertListing.of(ALERTS, bobs, 10))
        .isEqualTo(new AlertListing(List.of(FALL), 0, 0, 0));
  }

  @Test
  void technicalAndReplayedAreShownWhenAskedFor() {
    AlertFilter everything =
        new AlertFilter(StatusWord.ANY, Set.of(), Optional.empty(), true, true);
    assertThat(AlertListing.of(ALERTS, everything, 10).alerts())
        .containsExactly(REPLAYED, STILL, FALL, LATER_FALL, SILENCE);
    AlertFilter silence =
        new AlertFilter(StatusWord.ANY, Set.of(), Optional.of(AlertType.SILENCE), false, false);
    assertThat(AlertListing.of(ALERTS, silence, 10).alerts()).containsExactly(SILENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "ANY, ACTIVE_UNACK ACTIVE_ACK CLEARED_UNACK CLEARED_ACK",
    "ACTIVE, ACTIVE_UNACK ACTIVE_ACK",
    "CLEARED, CLEARED_UNACK CLEARED_ACK",
    "ACK, ACTIVE_ACK CLEARED_ACK",
    "UNACK, ACTIVE_UNACK CLEARED_UNACK"
  })
  void aWordStandsForStatuses(StatusWord word, String statuses) {
    assertThat(Arrays.stream(Status.values()).filter(word::has).map(Status::name))
        .containsExactly(statuses.split(" "));
  }

  @Test
  void theSentenceIsShortenedToTheTerminalAndSaysWhatIsLeftOut() {
    List<String> lines = AlertTable.lines(AlertListing.of(ALERTS, ALL, 2), 130);
    assertThat(lines.get(0)).startsWith("ID ").contains("SEVERITY", "TAKEN BY").endsWith("WHAT");
    assertThat(lines.get(1))
        .contains("CRITICAL", "ann", "2026-01-05T09:09:00Z")
        .hasSizeLessThan(145);
    assertThat(lines.subList(3, 6))
        .containsExactly(
            "1 more are beyond --limit.",
            "1 technical left out; --technical shows them.",
            "1 of a replay left out; --replay shows them.");
    assertThat(AlertTable.lines(AlertListing.of(ALERTS, ALL, 2), 80).get(1)).endsWith("~");
  }
}
