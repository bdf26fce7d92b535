package io.vigil.alert;

import static io.vigil.alert.AlertType.FALL;
import static io.vigil.alert.AlertType.INACTIVITY;
import static io.vigil.alert.AlertType.SILENCE;
import static io.vigil.alert.Told.BEGINNING;
import static io.vigil.alert.Told.HOUR;
import static io.vigil.alert.Told.MINUTE;
import static io.vigil.alert.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of alerts, scene by scene. The rules are those that Vigil comes with. */
class AlertLifecycleTest {
  private static final long LATER = BEGINNING + HOUR;

  private final Told told = Told.live();

  @Test
  void anAlertIsNamedAfterWhoWhatAndWhen() {
    told.fall(BEGINNING);

    assertThat(told.newest().id()).isEqualTo("p1_fall_2026-01-05T09:00:00Z");
    assertThat(told.newest().revision()).isEqualTo(1);
    assertThat(told.newest().origin().rule()).isEqualTo(new RuleRef("fall", 1));
    assertThat(told.newest().origin().model()).isEqualTo(Told.MODEL);
  }

  @Test
  void theWearersCountdownPassesThenOneStepAfterTheOtherIsTaken() {
    told.fall(BEGINNING).pass(BEGINNING + 29 * SECOND);
    assertThat(told.newest().care().level()).isZero();
    assertThat(told.wakeAt).isEqualTo(BEGINNING + 30 * SECOND);

    told.pass(BEGINNING + 30 * SECOND);
    assertThat(told.newest().care().calls()).isEqualTo("caregiver");

    told.pass(BEGINNING + 30 * SECOND + 5 * MINUTE);
    assertThat(told.newest().care()).isEqualTo(new Care("", "", 2, "family"));
    assertThat(told.wakeAt).isEqualTo(Alert.NEVER);
  }

  /** Seen red with: the step that was taken last in place of the next. */
  @Test
  void anAlertSaysWhomItsNextStepCalls() {
    told.fall(BEGINNING);
    assertThat(told.newest().waits().calls()).isEqualTo("caregiver");
    told.pass(BEGINNING + 30 * SECOND);
    assertThat(told.newest().waits().calls()).isEqualTo("family");
    told.say(CommandKind.ACK, BEGINNING + MINUTE);
    assertThat(told.newest().waits().calls()).isEmpty();
    told.say(CommandKind.UNACK, BEGINNING + 2 * MINUTE);
    assertThat(told.newest().waits().calls()).isEqualTo("family");
    told.pass(BEGINNING + 2 * MINUTE + 5 * MINUTE);
    assertThat(told.newest().care().calls()).isEqualTo("family");
    assertThat(told.newest().waits().calls()).isEmpty();
  }

  @Test
  void acknowledgementStopsEscalationAndHandingBackBeginsItAnew() {
    told.fall(BEGINNING).pass(BEGINNING + MINUTE);
    told.say(CommandKind.ACK, BEGINNING + 2 * MINUTE);
    assertThat(told.wakeAt).isEqualTo(Alert.NEVER);
    int writtenByThen = told.written.size();
    told.pass(LATER);
    assertThat(told.written).hasSize(writtenByThen);

    told.say(CommandKind.UNACK, LATER);
    assertThat(told.newest().care()).isEqualTo(new Care("", "", 1, "caregiver"));
    assertThat(told.wakeAt).isEqualTo(LATER + 5 * MINUTE);
  }

  @Test
  void aFallStaysUntilAPersonClearsIt() {
    told.fall(BEGINNING);
    told.see(FALL, Phase.RECOVERED, Severity.MINOR, BEGINNING, BEGINNING + 5 * SECOND);
    told.see(FALL, Phase.ENDED, Severity.MINOR, BEGINNING, BEGINNING + MINUTE);
    told.pass(LATER);

    assertThat(told.newest().status()).isEqualTo(Status.ACTIVE_UNACK);
    assertThat(told.newest().severity()).isEqualTo(Severity.MINOR);
    assertThat(told.newest().times().end()).isEqualTo(BEGINNING + MINUTE);

    told.say(CommandKind.RESOLVE, LATER);
    assertThat(told.newest().status()).isEqualTo(Status.CLEARED_ACK);
    assertThat(told.state.open).isEmpty();
  }

  @Test
  void aWorseFallIsEscalatedFaster() {
    told.fall(BEGINNING).pass(BEGINNING + 30 * SECOND);
    assertThat(told.wakeAt).isEqualTo(BEGINNING + 30 * SECOND + 5 * MINUTE);
    told.see(FALL, Phase.GOES_ON, Severity.CRITICAL, BEGINNING, BEGINNING + 40 * SECOND);

    assertThat(told.newest().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(told.wakeAt).isEqualTo(BEGINNING + 40 * SECOND + MINUTE);
  }

  @Test
  void whatEndsClearsAfterItStayedAwayAndNotIfItComesBack() {
    told.see(INACTIVITY, Phase.BEGAN, Severity.MAJOR, BEGINNING, LATER);
    told.see(INACTIVITY, Phase.ENDED, Severity.MAJOR, BEGINNING, LATER + 1);
    long again = LATER + 30 * SECOND;
    told.see(INACTIVITY, Phase.BEGAN, Severity.MAJOR, again, again);
    told.pass(LATER + 2 * MINUTE);
    assertThat(told.newest().status()).isEqualTo(Status.ACTIVE_UNACK);
    assertThat(told.newest().occurrences().count()).isEqualTo(2);

    told.see(INACTIVITY, Phase.ENDED, Severity.MAJOR, again, LATER + 3 * MINUTE);
    told.pass(LATER + 4 * MINUTE);
    assertThat(told.newest().status()).isEqualTo(Status.CLEARED_UNACK);
    assertThat(told.written)
        .extracting(Alert::id)
        .containsOnly("p1_inactivity_2026-01-05T09:00:00Z");
    assertThat(told.wakeAt).isEqualTo(Alert.NEVER);
  }

  @Test
  void aSecondFallSoonAfterAnAcknowledgementIsAddedAndOneLongAfterIsNews() {
    told.fall(BEGINNING).say(CommandKind.ACK, BEGINNING + MINUTE);
    told.fall(BEGINNING + 2 * MINUTE);
    assertThat(told.newest().status()).isEqualTo(Status.ACTIVE_ACK);

    told.fall(LATER);
    assertThat(told.newest().status()).isEqualTo(Status.ACTIVE_UNACK);
    assertThat(told.newest().care().calls()).isEqualTo("caregiver");
    assertThat(told.newest().occurrences().count()).isEqualTo(3);
    assertThat(told.state.open).hasSize(1);
  }

  @Test
  void aFallAfterOneThatIsOverIsAnAlertOfItsOwn() {
    told.fall(BEGINNING).say(CommandKind.CLEAR, BEGINNING + MINUTE);
    told.fall(LATER);

    assertThat(told.state.open)
        .extracting(Alert::status)
        .containsExactly(Status.CLEARED_UNACK, Status.ACTIVE_UNACK);
  }

  @Test
  void whoSaidTheyAreWellAndThenLiesStillIsAnAlertAgain() {
    told.fall(BEGINNING).say(CommandKind.IM_OK, BEGINNING + 10 * SECOND);
    assertThat(told.newest().status()).isEqualTo(Status.CLEARED_UNACK);

    told.see(FALL, Phase.GOES_ON, Severity.MAJOR, BEGINNING, BEGINNING + 20 * SECOND);
    assertThat(told.newest().status()).isEqualTo(Status.CLEARED_UNACK);
    told.see(FALL, Phase.GOES_ON, Severity.CRITICAL, BEGINNING, BEGINNING + MINUTE);
    assertThat(told.newest().status()).isEqualTo(Status.ACTIVE_UNACK);
    assertThat(told.newest().id()).isNotEqualTo(told.written.get(0).id());
  }

  @Test
  void aSnoozeHoldsEscalationUntilItsEnd() {
    told.fall(BEGINNING).say(CommandKind.SNOOZE, BEGINNING + MINUTE);
    int writtenByThen = told.written.size();
    told.pass(BEGINNING + MINUTE + HOUR - 1);
    assertThat(told.written).hasSize(writtenByThen);
    assertThat(told.wakeAt).isEqualTo(BEGINNING + MINUTE + HOUR);

    told.pass(told.wakeAt);
    assertThat(told.newest().waits().snoozedUntil()).isEqualTo(Alert.NEVER);
    assertThat(told.wakeAt).isEqualTo(BEGINNING + MINUTE + HOUR + 5 * MINUTE);
  }

  @Test
  void aBacklogIsMarkedWithItsAgeAndAReplayCallsNobody() {
    told.take(
        Told.incident(FALL, Phase.BEGAN, Severity.MAJOR, BEGINNING, BEGINNING + SECOND), LATER);
    assertThat(told.newest().origin().delayed()).isTrue();
    assertThat(told.newest().origin().ageMicros()).isEqualTo(HOUR);

    Told replay = new Told(new AlertLifecycle(true, 0));
    replay.fall(BEGINNING).pass(LATER);
    assertThat(replay.written).hasSize(1);
    assertThat(replay.newest().origin().replay()).isTrue();
    assertThat(replay.newest().origin().delayed()).isFalse();
    assertThat(replay.wakeAt).isEqualTo(Alert.NEVER);
  }

  @Test
  void aPausedRuleRaisesNothingNewButEndsWhatItRaised() {
    told.see(SILENCE, Phase.BEGAN, Severity.WARNING, BEGINNING, BEGINNING);
    told.rules =
        RuleSet.read("r", RuleSet.shipped().text() + "\nfall: {paused: true}\n")
            .forParticipant("p1");
    told.fall(BEGINNING);
    told.see(SILENCE, Phase.ENDED, Severity.WARNING, BEGINNING, LATER).pass(LATER + MINUTE);

    assertThat(told.written).extracting(alert -> alert.key().type()).containsOnly(SILENCE);
    assertThat(told.newest().status()).isEqualTo(Status.CLEARED_UNACK);
  }

  @Test
  void commandsByNobodyForNothingOrTwiceChangeNothing() {
    told.fall(BEGINNING);
    String alert = told.newest().id();
    told.take(
        new Command("a", "p1", alert, CommandKind.ACK, " ", LATER, "", Alert.NEVER), BEGINNING);
    told.take(Told.command("b", "p1_fall_2020-01-01T00:00:00Z", CommandKind.ACK, LATER), BEGINNING);
    told.take(Told.command("c", alert, CommandKind.COMMENT, LATER), BEGINNING);
    told.take(Told.command("c", alert, CommandKind.COMMENT, LATER), BEGINNING);

    assertThat(told.answers)
        .extracting(Answer::verdict)
        .containsExactly(
            Answer.Verdict.REFUSED,
            Answer.Verdict.REFUSED,
            Answer.Verdict.FOLLOWED,
            Answer.Verdict.REPEATED);
    assertThat(told.written).hasSize(2);
  }

  /**
   * What an earlier life wrote and forgot has lower revisions than what the next life writes; and
   * an acknowledgement that is read again comes before the escalation it stops.
   *
   * <p>Seen red with: revisions that rise by one only; no grace after a restart.
   */
  @Test
  void aRestartNeverGoesBackNorEscalatesWhatWasAcknowledged() {
    told.fall(BEGINNING);
    Told restarted = told.afterRestart(1);
    told.pass(BEGINNING + 30 * SECOND).say(CommandKind.ACK, BEGINNING + 40 * SECOND);

    restarted.pass(LATER);
    assertThat(restarted.written).isEmpty();
    assertThat(restarted.wakeAt).isEqualTo(LATER + 10 * SECOND);
    restarted.take(
        Told.command("c0", told.newest().id(), CommandKind.ACK, BEGINNING), LATER + SECOND);
    restarted.pass(LATER + HOUR);

    assertThat(restarted.newest().status()).isEqualTo(Status.ACTIVE_ACK);
    assertThat(restarted.newest().care().level()).isZero();
    assertThat(restarted.newest().revision()).isGreaterThan(told.newest().revision());
  }

  /** Seen red with: grace that is counted from the first look at the participant. */
  @Test
  void whoIsLookedAtLongAfterARestartIsCalledForInTime() {
    told.fall(BEGINNING);
    long due = told.wakeAt;
    Told restarted = told.afterRestart(1);
    restarted.somebodyElse().fall(due - 11 * SECOND);

    restarted.pass(due);

    assertThat(restarted.newest().care().level()).isEqualTo(1);
  }

  @Test
  void historyAndOccurrencesAreBoundedAndTheBeginningIsKept() {
    for (int i = 0; i < 100; i++) {
      told.fall(BEGINNING + i * SECOND);
    }
    Alert alert = told.newest();

    assertThat(alert.occurrences().count()).isEqualTo(100);
    assertThat(alert.occurrences().kept()).hasSize(Occurrences.MOST);
    assertThat(alert.history().kept()).hasSize(History.MOST);
    assertThat(alert.history().kept().get(0).action()).isEqualTo("raised");
    assertThat(alert.history().folded() + History.MOST).isEqualTo(alert.revision());
  }

  @Test
  void unansweredAlertsAreBounded() {
    for (int i = 0; i < 50; i++) {
      told.fall(BEGINNING + i * HOUR).say(CommandKind.CLEAR, BEGINNING + i * HOUR);
    }
    assertThat(told.state.open).hasSize(Turn.MOST_OPEN);
    assertThat(told.state.seen).hasSize(1);
    List<String> last = told.newest().history().kept().stream().map(Entry::action).toList();
    assertThat(last).containsExactly("raised", "cleared");
  }
}
