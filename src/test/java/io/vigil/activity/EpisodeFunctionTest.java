package io.vigil.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.Erasable;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class EpisodeFunctionTest {
  private static final long SECOND = 1_000_000;
  private static final long BEGINNING = 1_767_225_600 * SECOND;

  @Test
  void endsWithoutTimersAndWithoutStateAndWithEveryEpisodeClosed() throws Exception {
    try (var harness = harness()) {
      harness.open();
      for (int second = 0; second < 20; second += 2) {
        harness.processElement(new StreamRecord<>(window("p1", second)));
        harness.processElement(new StreamRecord<>(window("p2", second)));
      }
      assertThat(harness.numEventTimeTimers()).isZero();

      harness.processElement(new StreamRecord<>(Prediction.erasure("p1", Erasable.END)));
      harness.processElement(new StreamRecord<>(Prediction.erasure("p2", Erasable.END)));

      assertThat(harness.getSideOutput(EpisodeFunction.CLEARED)).isNull();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.extractOutputStreamRecords())
          .extracting(record -> (Episode) record.getValue())
          .filteredOn(episode -> !episode.open())
          .extracting(Episode::participantId, Episode::windows)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("p1", 10),
              org.assertj.core.groups.Tuple.tuple("p2", 10));
    }
  }

  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(EpisodeState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Episode.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Prediction.class);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Prediction, Episode> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new EpisodeFunction(60 * SECOND)),
        Prediction::participantId,
        Types.STRING);
  }

  private static Prediction window(String participant, int second) {
    long start = BEGINNING + second * SECOND;
    return new Prediction(
        participant,
        start,
        start + 4 * SECOND,
        "Standing",
        0.8,
        new double[] {0.8, 0.2},
        "",
        new ModelRef("forest", 1, "aa"));
  }

  @Test
  void closesTheEpisodeOfWhoeverIsGoneAndAnswersNobody() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(window("p1", 0)));
      harness.processElement(new StreamRecord<>(Prediction.erasure("p1", Erasable.GONE)));

      assertThat(harness.extractOutputValues().stream().map(Episode::open))
          .containsExactly(true, false);
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.getSideOutput(EpisodeFunction.CLEARED)).isNull();
    }
  }

  @Test
  void forgetsWhoeverIsErasedAndSaysSo() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(window("p1", 0)));
      harness.processElement(new StreamRecord<>(Prediction.erasure("p1", "e1")));

      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.getSideOutput(EpisodeFunction.CLEARED))
          .extracting(record -> record.getValue().erasure(), record -> record.getValue().step())
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("e1", io.vigil.erasure.Cleared.Step.EPISODES));
    }
  }
}
