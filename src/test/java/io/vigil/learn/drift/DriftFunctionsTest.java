package io.vigil.learn.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.learn.ErasedScore;
import io.vigil.model.Scored;
import io.vigil.sensor.Erasable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class DriftFunctionsTest {
  private static final long NEW_YEAR = 20_454;
  private static final long DAY_MILLIS = 86_400_000;

  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DayState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DayProfile.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DayTotal.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DayHealth.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DriftFinding.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(PopulationState.class);
  }

  // Seen red with: a finish() that hands nothing on.
  @Test
  void aParticipantsLastDayIsHandedOnAtTheEndAndNothingIsKept() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Scored, DayProfile> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DriftFunction(Crowd::references)),
            Scored::participantId,
            Types.STRING)) {
      harness.open();
      for (Scored window : Crowd.day(1, "n1", 0, UnaryOperator.identity())) {
        harness.processElement(new StreamRecord<>(window));
      }
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processElement(new StreamRecord<>(ErasedScore.of("n1", Erasable.END)));
      assertThat(harness.extractOutputValues())
          .extracting(DayProfile::participantId, DayProfile::day)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("n1", NEW_YEAR));
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  // Seen red with: a total handed on as every part comes.
  @Test
  void aReplayTellsAndJudgesEverythingAtItsEnd() throws Exception {
    try (var harness = health(true)) {
      harness.open();
      for (DayProfile part : parts(Crowd::turned)) {
        harness.processElement(new StreamRecord<>(part));
      }
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.extractOutputValues())
          .extracting(DayHealth::participants)
          .containsExactly(4);
      assertThat(harness.getSideOutput(HealthFunction.FINDINGS)).hasSize(1);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void aLiveJobTellsSoonAndJudgesADayOnceItIsOverForAnHour() throws Exception {
    try (var harness = health(false)) {
      harness.open();
      long midnight = (NEW_YEAR + 1) * DAY_MILLIS;
      harness.setProcessingTime(midnight + 1000);
      List<DayProfile> parts = parts(Crowd::turned);
      for (DayProfile part : parts.subList(0, 3)) {
        harness.processElement(new StreamRecord<>(part));
      }
      harness.setProcessingTime(midnight + 62_000);
      assertThat(harness.extractOutputValues())
          .extracting(DayHealth::participants)
          .containsExactly(3);
      harness.processElement(new StreamRecord<>(parts.get(3)));
      harness.setProcessingTime(midnight + 50 * 60_000);
      assertThat(harness.extractOutputValues())
          .extracting(DayHealth::participants)
          .containsExactly(3, 4);
      assertThat(harness.getSideOutput(HealthFunction.FINDINGS)).isNull();
      harness.setProcessingTime(midnight + 62 * 60_000);
      assertThat(harness.getSideOutput(HealthFunction.FINDINGS)).hasSize(1);
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  private static List<DayProfile> parts(UnaryOperator<double[]> change) {
    List<DayProfile> parts = new java.util.ArrayList<>();
    for (int p = 0; p < 4; p++) {
      DayState state = new DayState();
      DayWatch watch = new DayWatch(Crowd.references(), parts::add, finding -> {});
      Crowd.day(2, "n" + p, 0, change).forEach(window -> watch.add(state, window));
      watch.close(state, "n" + p);
    }
    return parts;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, DayProfile, DayHealth> health(
      boolean replay) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new HealthFunction(replay)), day -> "", Types.STRING);
  }

  // Seen red with: a state that is kept, whose day is handed on at the end.
  @Test
  void whoeverIsErasedLeavesNoDay() throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Scored, DayProfile> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DriftFunction(Crowd::references)),
            Scored::participantId,
            Types.STRING)) {
      harness.open();
      for (Scored window : Crowd.day(1, "n1", 0, UnaryOperator.identity())) {
        harness.processElement(new StreamRecord<>(window));
      }
      harness.processElement(new StreamRecord<>(ErasedScore.of("n1", "e1")));
      harness.processElement(new StreamRecord<>(ErasedScore.of("n1", Erasable.END)));

      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.getSideOutput(DriftFunction.CLEARED)).hasSize(1);
    }
  }
}
