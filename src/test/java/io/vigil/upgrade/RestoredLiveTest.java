package io.vigil.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.Answer;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Status;
import io.vigil.savepoint.JobOperators;
import io.vigil.savepoint.SavepointCheck;
import io.vigil.settings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * This build goes on from what the live job of each released version remembered, as {@link
 * LiveStory} left it, a second later or a year: the clock is the test's own, and the day on which
 * it runs does not count.
 *
 * <p>Seen red with: another name of the commands that wait; another name of the job's term, so that
 * answers were not waited for; another uid of the episodes.
 */
class RestoredLiveTest {
  /** How long it is watched: silence is found after ten minutes at the latest. */
  private static final int SECONDS = 720;

  private static final long SECOND = 1_000_000;

  /**
   * How long answers that were given before the restart are waited for, before anybody is called.
   */
  private static final long GRACE = 10 * SECOND;

  private static final long STEP = 180 * SECOND;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, {1} s later")
  @CsvSource({"0.1.0, 1", "0.1.0, 50", "0.1.0, 86400", "0.1.0, 31536000"})
  void alertsGoOn(String version, long later) throws Exception {
    SavedMoment saved = of(version);
    Alert open = falling(saved, Status.ACTIVE_UNACK);
    Alert acknowledged = falling(saved, Status.ACTIVE_ACK);
    long begins = saved.taken() + TimeUnit.SECONDS.toMillis(later);

    LiveAgain live = LiveAgain.from(saved, begins, SECONDS, acknowledging(acknowledged));

    assertThat(live.changesOf(acknowledged)).as("of what somebody looks after").isEmpty();
    assertThat(live.answers())
        .as("to the command that waited, and none to the one that was followed before")
        .singleElement()
        .returns(LiveStory.EARLY, Answer::id)
        .returns(Answer.Verdict.REFUSED, Answer::verdict);
    assertThat(live.changes())
        .filteredOn(alert -> alert.key().type() == AlertType.SILENCE)
        .filteredOn(alert -> alert.key().participantId().equals(open.key().participantId()))
        .singleElement()
        .returns(saved.newestSample(), silence -> silence.key().start());
    assertCalled(live.changesOf(open), open, begins * 1_000);
  }

  /** One after the other, at their time; those whose time has passed not all at once. */
  private static void assertCalled(List<Alert> calls, Alert before, long begins) {
    assertThat(calls)
        .extracting(alert -> alert.care().level() + " " + alert.care().calls())
        .containsExactly("2 family", "3 emergency");
    assertThat(calls.get(0).revision()).isGreaterThan(before.revision());
    assertThat(calls).isSortedAccordingTo(Comparator.comparingLong(Alert::revision));
    assertThat(calls.get(1).history().kept()).containsAll(before.history().kept());
    long due = before.waits().escalate();
    assertThat(lastChange(calls.get(0)))
        .isBetween(Math.max(due, begins + GRACE), Math.max(due, begins) + GRACE + 2 * SECOND);
    assertThat(lastChange(calls.get(1)) - lastChange(calls.get(0))).isBetween(STEP, STEP + SECOND);
  }

  /** Every operator, state and type of it has its place in the live job of this build. */
  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  void fitsTheLiveJob(String version) throws Exception {
    WholeJob job =
        new WholeJob(
            folder, MaxParallelismTest.NOWHERE, MaxParallelismTest.NOWHERE, List.of(), 1, 1, true);
    Files.writeString(job.file(), "{}\n");
    List<Finding> findings =
        new SavepointCheck(
                of(version).savepoint().toString(),
                JobOperators.of(job.defined(Optional.empty(), 0).getStreamGraph().getJobGraph()))
            .run();
    assertThat(findings).allMatch(Finding::passed).hasSizeGreaterThan(20);
  }

  private static SavedMoment of(String version) {
    return SavedMoment.of(Path.of("src/test/resources/savepoints", version));
  }

  private static Alert falling(SavedMoment saved, Status status) throws IOException {
    return saved.written().stream()
        .filter(alert -> alert.key().type() == AlertType.FALL && alert.status() == status)
        .findFirst()
        .orElseThrow();
  }

  private static Command acknowledging(Alert alert) {
    return new Command(
        LiveStory.ACKNOWLEDGING,
        alert.key().participantId(),
        alert.id(),
        CommandKind.ACK,
        "ann",
        alert.times().acknowledged(),
        "",
        Alert.NEVER);
  }

  private static long lastChange(Alert alert) {
    return alert.history().kept().get(alert.history().kept().size() - 1).time();
  }
}
