package io.vigil.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Prediction;
import io.vigil.alert.fall.MadeUpMotion;
import io.vigil.sensor.Erasable;
import io.vigil.sensor.SampleBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class AlertFunctionTest {
  private static final long SECOND = 1_000_000;
  private static final int RATE_HZ = 52;
  private static final SampleBatch FALL = MadeUpMotion.fall().at(RATE_HZ, 1);
  private static final AlertSettings REPLAY = AlertSettings.ofReplay();
  private static final long NOON = 1_767_614_400 * SECOND;

  /** Seen red with: a state that is kept when the input has ended. */
  @Test
  void fallIsRaisedAndNothingIsLeftInTheEnd() throws Exception {
    try (var harness = harness(REPLAY)) {
      harness.open();
      harness.processElement1(of(FALL));
      List<Alert> raised = alerts(harness);
      assertThat(raised).isNotEmpty();
      Alert first = raised.get(0);
      assertThat(first.key().type()).isEqualTo(AlertType.FALL);
      assertThat(Math.abs(first.key().start() - MadeUpMotion.FALL_IMPACT)).isLessThan(SECOND);
      assertThat(first.times().detected() - first.key().start()).isBetween(0L, 3 * SECOND);
      assertThat(first.evidence().sentence()).contains("looks like a fall");
      assertThat(first.status()).isEqualTo(Status.ACTIVE_UNACK);

      harness.processBothWatermarks(Watermark.MAX_WATERMARK);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  /** Seen red with: the shipped model always loaded. */
  @Test
  void fallsAreToldByTheModelOfTheSettings() throws Exception {
    String other = REPLAY.fallModel().replaceFirst("\"name\" : \"fall\"", "\"name\" : \"ours\"");
    assertThat(run(REPLAY.withFallModel(other), -1).get(0).origin().model().name())
        .isEqualTo("ours");
  }

  /** Seen red with: the state of falls left out of what is kept. */
  @Test
  void restoredReplayRaisesTheSameAlerts() throws Exception {
    List<Alert> expected = run(REPLAY, -1);
    for (int cut : new int[] {50, 100, 300}) {
      assertThat(run(REPLAY, cut)).as("cut at %d", cut).isEqualTo(expected);
    }
  }

  /** Seen red with: word that the windows have ended, by which everything is forgotten. */
  @Test
  void samplesBehindTheLastWindowAreStillWatched() throws Exception {
    try (var harness = harness(REPLAY)) {
      harness.open();
      harness.processElement1(of(part(FALL, 0, 100)));
      harness.processElement1(
          new StreamRecord<>(
              WatchInput.window(Prediction.erasure(FALL.participantId(), Erasable.END))));
      harness.processElement1(of(part(FALL, 100, FALL.size())));

      assertThat(alerts(harness)).isEqualTo(run(REPLAY, -1));
    }
  }

  /** What was written before a failure must not be newer than what is written after it. */
  @Test
  void restoredLiveJobWritesHigherRevisions() throws Exception {
    List<Alert> before = run(REPLAY.live(), -1);
    List<Alert> after = run(REPLAY.live(), 100);
    assertThat(after.get(0).id()).isEqualTo(before.get(0).id());
    assertThat(after.get(0).revision()).isGreaterThan(before.get(before.size() - 1).revision());
  }

  /** Seen red with: silence that is looked for whether or not anything comes from others. */
  @Test
  void silenceIsOnlySomebodysWhileOthersAreHeard() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.setProcessingTime(NOON / 1000);
      harness.processElement1(of(still("p1", NOON, 10)));
      harness.processElement1(of(still("p2", NOON, 10)));
      long hour = 3_600;
      for (long second = 10; second < 2 * hour; second += 10) {
        harness.processElement1(of(still("p2", NOON + second * SECOND, 10)));
        harness.setProcessingTime(NOON / 1000 + second * 1000);
      }
      assertThat(alerts(harness))
          .filteredOn(alert -> alert.key().type() == AlertType.SILENCE)
          .isNotEmpty()
          .allMatch(alert -> alert.key().participantId().equals("p1"));
      int heard = silences(harness);

      harness.setProcessingTime(NOON / 1000 + 8 * hour * 1000);
      assertThat(alerts(harness))
          .filteredOn(alert -> alert.key().type() == AlertType.SILENCE)
          .noneMatch(alert -> alert.key().participantId().equals("p2"));
      assertThat(silences(harness)).isGreaterThanOrEqualTo(heard);
    }
  }

  /** Seen red with: a state made for whoever is named. */
  @Test
  void commandForNobodyIsAnsweredAndLeavesNothing() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.setProcessingTime(NOON / 1000);
      harness.processElement1(of(still("p1", NOON, 10)));
      int entries = harness.numKeyedStateEntries();
      int timers = harness.numProcessingTimeTimers();
      harness.setProcessingTime(NOON / 1000 + 61_000);
      harness.processElement1(of(still("p1", NOON + 60 * SECOND, 2)));

      harness.processElement1(command("c1", "nobody", "nobody_fall_x", NOON + 61 * SECOND));

      assertThat(answers(harness)).hasSize(1);
      assertThat(answers(harness).get(0).verdict()).isEqualTo(Answer.Verdict.REFUSED);
      assertThat(answers(harness).get(0).reason())
          .contains("nobody_fall_x")
          .contains("never raised");
      assertThat(harness.numKeyedStateEntries()).isEqualTo(entries);
      assertThat(harness.numProcessingTimeTimers()).isEqualTo(timers);
    }
  }

  /** After a start the alert may still come; when it has not come for a while, the answer does. */
  @Test
  void earlyCommandForNobodyIsHeldAndThenAnswered() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.setProcessingTime(NOON / 1000);
      harness.processElement1(command("c1", "nobody", "nobody_fall_x", NOON));
      assertThat(answers(harness)).isEmpty();

      harness.setProcessingTime(NOON / 1000 + 61_000);
      assertThat(answers(harness))
          .extracting(Answer::verdict)
          .containsExactly(Answer.Verdict.REFUSED);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  /** Windows and samples come by two ways. Seen red with: a state that only samples make. */
  @Test
  void windowThatComesBeforeItsSamplesIsRemembered() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.processElement1(
          new StreamRecord<>(
              WatchInput.window(
                  new Prediction(
                      "p1",
                      NOON,
                      NOON + 4 * SECOND,
                      "Walking",
                      1,
                      new double[] {1},
                      "",
                      Told.MODEL))));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void commandThatComesAgainIsAnsweredOnce() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.processElement1(of(FALL));
      String id = alerts(harness).get(0).id();
      for (int i = 0; i < 3; i++) {
        harness.processElement1(command("c1", "p", id, MadeUpMotion.START));
      }
      assertThat(answers(harness))
          .extracting(Answer::verdict)
          .containsExactly(Answer.Verdict.FOLLOWED);
      List<Alert> written = alerts(harness);
      assertThat(written.get(written.size() - 1).status()).isEqualTo(Status.ACTIVE_ACK);
    }
  }

  /** Seen red with: rules that are read once, when the job begins. */
  @Test
  void rulesThatAreSentRoundAreFollowedFromThenOn() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.processElement2(new StreamRecord<>(Notice.rules(paused(2))));
      harness.processElement1(of(FALL));
      assertThat(alerts(harness)).isEmpty();
    }
  }

  /** Seen red with: rules kept in a field instead of the state. */
  @Test
  void rulesThatWereSentRoundAreStillFollowedAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.processElement2(new StreamRecord<>(Notice.rules(paused(2))));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(REPLAY.live())) {
      harness.initializeState(state);
      harness.open();
      harness.processElement1(of(FALL));
      assertThat(alerts(harness)).isEmpty();
    }
    String newer = RuleSet.shipped().text().replace("version: 1\n", "version: 3\n");
    try (var harness = harness(REPLAY.live().withRules(newer))) {
      harness.initializeState(state);
      harness.open();
      harness.processElement1(of(FALL));
      assertThat(alerts(harness)).as("a job begun with newer rules").isNotEmpty();
    }
  }

  /** Seen red with: ticks taken as rules. */
  @Test
  void aTaskThatIsAskedSaysThatItLives() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.processElement2(new StreamRecord<>(Notice.tick(NOON)));
      harness.processElement1(of(FALL));
      harness.processElement2(new StreamRecord<>(Notice.tick(NOON + 1)));
      long newest = FALL.times()[FALL.size() - 1];
      assertThat(harness.getSideOutput(AlertFunction.BEATS))
          .extracting(StreamRecord::getValue)
          .containsExactly(new Beat(0, 1, NOON, Alert.NEVER), new Beat(0, 1, NOON + 1, newest));
    }
  }

  @Test
  void refusedRulesAreAnAlertOfTheJob() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      harness.processElement1(
          new StreamRecord<>(
              WatchInput.incident(
                  new Incident(
                      new AlertKey("", AlertType.BAD_RULE, NOON),
                      Phase.BEGAN,
                      NOON,
                      Severity.WARNING,
                      Evidence.of("Rules were refused."),
                      Told.RULES.ref(AlertType.BAD_RULE),
                      Incident.NO_MODEL))));
      assertThat(alerts(harness))
          .extracting(Alert::id)
          .containsExactly("_badRule_2026-01-05T12:00:00Z");
    }
  }

  private static String paused(int version) {
    return RuleSet.shipped().text().replace("version: 1\n", "version: " + version + "\n")
        + "fall: {paused: true}\n";
  }

  private static StreamRecord<WatchInput> command(
      String id, String participantId, String alertId, long time) {
    return new StreamRecord<>(
        WatchInput.command(
            new Command(
                id, participantId, alertId, CommandKind.ACK, "ann", time, "", Alert.NEVER)));
  }

  private static List<Answer> answers(
      KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness) {
    var answers = harness.getSideOutput(AlertFunction.ANSWERS);
    return answers == null ? List.of() : answers.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(WatchedState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(WatchInput.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Alert.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Answer.class);
  }

  private static int silences(
      KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness) {
    return (int)
        alerts(harness).stream().filter(alert -> alert.key().type() == AlertType.SILENCE).count();
  }

  /** The alerts of a fall whose samples come in two parts, with a restore between. */
  private static List<Alert> run(AlertSettings settings, int cut) throws Exception {
    if (cut < 0) {
      try (var harness = harness(settings)) {
        harness.open();
        harness.processElement1(of(FALL));
        return alerts(harness);
      }
    }
    OperatorSubtaskState state;
    try (var harness = harness(settings)) {
      harness.open();
      harness.processElement1(of(part(FALL, 0, cut)));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(settings)) {
      harness.initializeState(state);
      harness.open();
      harness.processElement1(of(part(FALL, cut, FALL.size())));
      return alerts(harness);
    }
  }

  private static SampleBatch part(SampleBatch whole, int from, int to) {
    return new SampleBatch(
        whole.participantId(),
        Arrays.copyOfRange(whole.times(), from, to),
        Arrays.copyOfRange(whole.x(), from, to),
        Arrays.copyOfRange(whole.y(), from, to),
        Arrays.copyOfRange(whole.z(), from, to),
        whole.activity());
  }

  /** Upright, with the sway of somebody who stands. */
  private static SampleBatch still(String participantId, long start, int seconds) {
    int size = seconds * RATE_HZ;
    Random random = new Random(start);
    long[] times = new long[size];
    short[] x = new short[size];
    short[] y = new short[size];
    short[] z = new short[size];
    for (int i = 0; i < size; i++) {
      times[i] = start + Math.round(i * 1e6 / RATE_HZ);
      x[i] = (short) random.nextInt(-60, 60);
      y[i] = (short) (SampleBatch.PER_G + random.nextInt(-60, 60));
      z[i] = (short) random.nextInt(-60, 60);
    }
    return new SampleBatch(participantId, times, x, y, z, "");
  }

  private static List<Alert> alerts(
      KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness) {
    return harness.extractOutputValues();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness(
      AlertSettings settings) throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new AlertFunction(settings), List.of(AlertFunction.RULES)),
        WatchInput::participantId,
        null,
        Types.STRING);
  }

  private static StreamRecord<WatchInput> of(SampleBatch samples) {
    return new StreamRecord<>(WatchInput.samples(samples));
  }

  @Test
  void whoeverIsErasedLeavesNoTimerAndNoAlertBehind() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      String fallen = FALL.participantId();
      long began = FALL.times()[0];
      harness.setProcessingTime(began / 1000);
      // Silence is looked for later than anybody is called after a fall.
      harness.processElement1(of(still(fallen, began - 20 * SECOND, 10)));
      assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
      harness.processElement1(of(FALL));
      harness.processElement1(of(still("somebody", began, 10)));
      assertThat(alerts(harness)).isNotEmpty();
      int before = alerts(harness).size();

      for (String erased : new String[] {fallen, "somebody"}) {
        harness.processElement1(of(SampleBatch.erasure(erased, "e-" + erased)));
        harness.processElement1(
            new StreamRecord<>(WatchInput.window(Prediction.erasure(erased, "e-" + erased))));
      }

      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      harness.setProcessingTime(began / 1000 + 48 * 3_600_000L);
      assertThat(alerts(harness)).hasSize(before);
      assertThat(harness.getSideOutput(AlertFunction.CLEARED)).hasSize(4);
    }
  }

  /** Seen red with: operators' alerts that are kept, and everybody's that are let go. */
  @Test
  void ofWhoeverIsGoneOnlyWhatSomebodyMustAnswerIsKept() throws Exception {
    try (var harness = harness(REPLAY.live())) {
      harness.open();
      String fallen = FALL.participantId();
      long began = FALL.times()[0];
      harness.setProcessingTime(began / 1000);
      harness.processElement1(of(FALL));
      harness.processElement1(of(still("somebody", began, 10)));
      for (int second = 10; second < 3600; second += 10) {
        harness.processElement1(of(still("other", began + second * SECOND, 10)));
        harness.setProcessingTime(began / 1000 + second * 1000L);
      }
      harness.processElement1(of(SampleBatch.erasure("other", "e")));
      assertThat(newest(harness, "somebody").key().type()).isEqualTo(AlertType.SILENCE);

      for (String gone : new String[] {fallen, "somebody", "nobody"}) {
        harness.processElement1(of(SampleBatch.gone(gone)));
        harness.processElement1(
            new StreamRecord<>(WatchInput.window(Prediction.erasure(gone, Erasable.GONE))));
      }

      Alert letGo = newest(harness, "somebody");
      assertThat(letGo.status()).isEqualTo(Status.CLEARED_ACK);
      assertThat(letGo.history().kept().get(letGo.history().kept().size() - 1).action())
          .isEqualTo("letGo");
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      Alert fall =
          alerts(harness).stream()
              .filter(alert -> alert.key().type() == AlertType.FALL)
              .reduce((before, after) -> after)
              .orElseThrow();
      assertThat(fall.status().active()).isTrue();

      Command resolved =
          new Command("c1", fallen, fall.id(), CommandKind.RESOLVE, "ann", began, "", Alert.NEVER);
      harness.processElement1(new StreamRecord<>(WatchInput.command(resolved)));
      assertThat(answers(harness)).extracting(Answer::verdict).contains(Answer.Verdict.FOLLOWED);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(harness.getSideOutput(AlertFunction.CLEARED)).hasSize(1);
    }
  }

  private static Alert newest(
      KeyedTwoInputStreamOperatorTestHarness<String, WatchInput, Notice, Alert> harness,
      String participantId) {
    return alerts(harness).stream()
        .filter(alert -> alert.key().participantId().equals(participantId))
        .reduce((before, after) -> after)
        .orElseThrow();
  }
}
