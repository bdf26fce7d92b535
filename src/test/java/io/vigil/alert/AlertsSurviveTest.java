package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fall that is raised, escalated, acknowledged and cleared, with the job killed after every step
 * and begun again at every checkpoint before. What was read since then comes again, samples and
 * commands each at their own pace. The alert is never lost, never a second one, never goes
 * backwards, and is never escalated once it is acknowledged.
 *
 * <p>Seen red with: no grace after a restart; commands for an alert that is still to come refused
 * at once; revisions that begin anew after a restart; a term that is not kept.
 */
class AlertsSurviveTest {
  private static final long SECOND = 1_000_000;
  private static final long START = MadeUpMotion.START;
  private static final SampleBatch FALL = MadeUpMotion.fall().at(52, 1);
  private static final String ALERT = alertOf(FALL);

  /** What comes at a second of the wall clock, which is that of the samples too. */
  private record Step(long second, WatchInput input) {
    boolean isCommand() {
      return input != null && input.command() != null;
    }
  }

  private static final Step ACKNOWLEDGED = new Step(62, command("c1", CommandKind.ACK, 62));
  private static final List<Step> STEPS =
      List.of(
          new Step(5, samples(0, 5)),
          new Step(12, samples(5, 12)),
          // By now the countdown is over, and the caregiver is called.
          new Step(45, null),
          new Step(60, samples(12, 60)),
          ACKNOWLEDGED,
          new Step(900, null),
          new Step(910, command("c2", CommandKind.CLEAR, 910)),
          new Step(1000, null));

  /**
   * A way to die.
   *
   * @param checkpoint the last step that it holds
   * @param killed the last step before the job is killed
   * @param down how many seconds the job is down
   * @param commandsFirst whether commands are the first to be read again
   */
  private record Death(int checkpoint, int killed, long down, boolean commandsFirst) {}

  static Stream<Death> deaths() {
    List<Death> deaths = new ArrayList<>();
    for (int killed = 0; killed < STEPS.size(); killed++) {
      for (int checkpoint = 0; checkpoint <= killed; checkpoint++) {
        for (long down : new long[] {1, 30}) {
          deaths.add(new Death(checkpoint, killed, down, false));
          deaths.add(new Death(checkpoint, killed, down, true));
        }
      }
    }
    return deaths.stream();
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void neitherLostNorTwiceNorEscalatedOnceSeen(Death death) throws Exception {
    List<Alert> written = new ArrayList<>();
    OperatorSubtaskState checkpoint = null;
    try (var harness = harness()) {
      harness.open();
      for (int i = 0; i <= death.killed; i++) {
        give(harness, STEPS.get(i), STEPS.get(i).second, written);
        if (i == death.checkpoint) {
          checkpoint = harness.snapshot(1, 1);
        }
      }
    }
    try (var harness = harness()) {
      harness.initializeState(checkpoint);
      harness.open();
      long now = STEPS.get(death.killed).second + death.down;
      time(harness, now, written);
      for (Step step : again(death)) {
        give(harness, step, now, written);
      }
      for (Step step : STEPS.subList(death.killed + 1, STEPS.size())) {
        give(harness, step, Math.max(now, step.second), written);
      }
      time(harness, 2000, written);
    }
    assertOneAlertThatWasDealtWith(written);
  }

  private static List<Step> again(Death death) {
    List<Step> again = new ArrayList<>(STEPS.subList(death.checkpoint + 1, death.killed + 1));
    if (death.commandsFirst) {
      again.sort((one, other) -> Boolean.compare(other.isCommand(), one.isCommand()));
    }
    return again;
  }

  private static void assertOneAlertThatWasDealtWith(List<Alert> written) {
    assertThat(written).extracting(Alert::id).containsOnly(ALERT);
    for (int i = 1; i < written.size(); i++) {
      assertThat(written.get(i).revision()).isGreaterThan(written.get(i - 1).revision());
    }
    for (Alert form : written) {
      assertThat(form.history().kept())
          .filteredOn(entry -> entry.action().equals("escalated"))
          .allMatch(entry -> entry.time() < START + ACKNOWLEDGED.second * SECOND);
    }
    Alert left = written.get(written.size() - 1);
    assertThat(left.status()).isEqualTo(Status.CLEARED_ACK);
    assertThat(left.care().acknowledgedBy()).isEqualTo("ann");
    assertThat(left.history().kept())
        .extracting(Entry::action)
        .startsWith("raised")
        .containsOnlyOnce("raised", "acknowledged", "cleared");
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness()
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new AlertFunction(AlertSettings.ofReplay().live()), List.of(AlertFunction.RULES)),
        WatchInput::participantId,
        null,
        Types.STRING);
  }

  private static void give(
      KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness,
      Step step,
      long second,
      List<Alert> written)
      throws Exception {
    time(harness, second, written);
    if (step.input != null) {
      harness.processElement1(new StreamRecord<>(step.input));
      time(harness, second, written);
    }
  }

  private static void time(
      KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness,
      long second,
      List<Alert> written)
      throws Exception {
    harness.setProcessingTime((START + second * SECOND) / 1000);
    written.addAll(harness.extractOutputValues());
    harness.getOutput().clear();
  }

  private static String alertOf(SampleBatch fall) {
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(new StreamRecord<>(WatchInput.samples(fall)));
      return harness.extractOutputValues().get(0).id();
    } catch (Exception e) {
      throw new IllegalStateException("The fall raises no alert", e);
    }
  }

  private static WatchInput command(String id, CommandKind kind, long second) {
    return WatchInput.command(
        new Command(
            id,
            FALL.participantId(),
            ALERT,
            kind,
            "ann",
            START + second * SECOND,
            "",
            Alert.NEVER));
  }

  private static WatchInput samples(long from, long to) {
    int first = index(from);
    int end = index(to);
    return WatchInput.samples(
        new SampleBatch(
            FALL.participantId(),
            Arrays.copyOfRange(FALL.times(), first, end),
            Arrays.copyOfRange(FALL.x(), first, end),
            Arrays.copyOfRange(FALL.y(), first, end),
            Arrays.copyOfRange(FALL.z(), first, end),
            ""));
  }

  private static int index(long second) {
    int index = Arrays.binarySearch(FALL.times(), START + second * SECOND);
    return index < 0 ? -index - 1 : index;
  }
}
