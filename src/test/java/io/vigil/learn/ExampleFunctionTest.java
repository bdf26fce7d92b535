package io.vigil.learn;

import static io.vigil.learn.ScoredWindows.BEGINNING;
import static io.vigil.learn.ScoredWindows.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.model.Scored;
import io.vigil.sensor.Erasable;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class ExampleFunctionTest {

  @Test
  void endsWithoutTimersAndWithoutStateAndHandsOnWhatWaited() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ExampleFunction(ChoiceSettings.DEFAULT)),
            Scored::participantId,
            Types.STRING)) {
      harness.open();
      for (String participant : new String[] {"p1", "p2"}) {
        for (int w = 0; w < 3; w++) {
          double[] unsure = {0.5, 0.4, 0.1};
          long start = BEGINNING + 120L * w * SECOND;
          harness.processElement(
              new StreamRecord<>(ScoredWindows.window(participant, start, "Sitting", unsure, "")));
        }
      }
      assertThat(harness.extractOutputStreamRecords()).isEmpty();

      harness.processElement(new StreamRecord<>(ErasedScore.of("p1", Erasable.END)));
      harness.processElement(new StreamRecord<>(ErasedScore.of("p2", Erasable.END)));

      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.extractOutputStreamRecords())
          .extracting(record -> ((Example) record.getValue()).reason())
          .hasSize(2)
          .containsOnly(Reason.UNCERTAIN);
    }
  }

  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(ChoiceState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Example.class);
  }

  /** Seen red with: a state that is kept, whose examples are handed on at the end. */
  @Test
  void whatWaitsOfWhoeverIsErasedIsForgotten() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ExampleFunction(ChoiceSettings.DEFAULT)),
            Scored::participantId,
            Types.STRING)) {
      harness.open();
      double[] unsure = {0.5, 0.4, 0.1};
      harness.processElement(
          new StreamRecord<>(ScoredWindows.window("p1", BEGINNING, "Sitting", unsure, "")));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

      harness.processElement(new StreamRecord<>(ErasedScore.of("p1", "e1")));
      harness.processElement(new StreamRecord<>(ErasedScore.of("p1", Erasable.END)));

      assertThat(harness.extractOutputStreamRecords()).isEmpty();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.getSideOutput(ExampleFunction.CLEARED)).hasSize(1);
    }
  }
}
