package io.vigil.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class DoorFunctionTest {
  private static final int MOST_TASKS = 16;
  private static final Erasure ANN = new Erasure("e1", "ann", 1000, false);

  /** Seen red with: samples of the erased handed on. */
  @Test
  void refusesTheErasedAndLetsOthersIn() throws Exception {
    try (var door = door(List.of(), 1, 0)) {
      door.open();
      door.processElement(samples("ann"));
      door.processBroadcastElement(new StreamRecord<>(ANN));
      door.processElement(samples("ann"));
      door.processElement(samples("bob"));
      door.processBroadcastElement(new StreamRecord<>(ANN));

      assertThat(out(door))
          .extracting(SampleBatch::participantId, SampleBatch::erasure)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("ann", ""),
              org.assertj.core.groups.Tuple.tuple("ann", "e1"),
              org.assertj.core.groups.Tuple.tuple("bob", ""));
    }
  }

  /** Seen red with: the letter's source made of the participant's id. */
  @Test
  void whatIsWrittenOfRefusedSamplesNamesNobodyAndHoldsNothing() throws Exception {
    try (var door = door(List.of(ANN), 1, 0)) {
      door.open();
      door.setProcessingTime(86_400_000L * 20_000);
      for (int second = 0; second < 130; second++) {
        door.setProcessingTime(86_400_000L * 20_000 + second * 1000L);
        door.processElement(samples("ann"));
      }

      List<DeadLetter> letters =
          door.getSideOutput(DoorFunction.REFUSED).stream().map(StreamRecord::getValue).toList();
      assertThat(letters).extracting(DeadLetter::samples).containsExactly(1, 61, 121);
      assertThat(letters).extracting(DeadLetter::position).containsOnly(86_400_000_000L * 20_000);
      assertThat(letters)
          .allSatisfy(
              letter -> {
                assertThat(letter.kind()).isEqualTo(DeadLetter.Kind.ERASED);
                assertThat(letter.payload()).isEmpty();
                assertThat(letter.toString()).doesNotContain("ann");
              });
    }
  }

  /** Seen red with: a door that does not ask when it opens. */
  @Test
  void refusesFromTheStartWhateverACheckpointSaysAndStillSendsWord() throws Exception {
    try (var door = door(List.of(ANN), 1, 0)) {
      door.open();
      door.processElement(samples("ann"));
      assertThat(out(door)).isEmpty();
      door.processBroadcastElement(new StreamRecord<>(ANN));
      assertThat(out(door)).extracting(SampleBatch::erasure).containsExactly("e1");
    }
  }

  /** Seen red with: {@code lifted} left out of what the door looks at. */
  @Test
  void whoeverComesBackIsLetInAndCanBeErasedAgain() throws Exception {
    try (var door = door(List.of(ANN), 1, 0)) {
      door.open();
      door.processBroadcastElement(new StreamRecord<>(new Erasure("e1", "ann", 1000, true)));
      door.processElement(samples("ann"));
      door.processBroadcastElement(new StreamRecord<>(new Erasure("e2", "ann", 2000, false)));
      door.processBroadcastElement(new StreamRecord<>(new Erasure("e1", "ann", 1000, true)));
      door.processElement(samples("ann"));
      assertThat(out(door)).extracting(SampleBatch::erasure).containsExactly("", "e2");
    }
  }

  /** Seen red with: every task sending word. */
  @Test
  void onlyTheTaskThatHasTheParticipantSendsWord() throws Exception {
    List<SampleBatch> all = new ArrayList<>();
    for (int task = 0; task < 3; task++) {
      try (var door = door(List.of(), 3, task)) {
        door.open();
        for (int p = 0; p < 20; p++) {
          door.processBroadcastElement(
              new StreamRecord<>(new Erasure("e" + p, "p" + p, 1000, false)));
        }
        all.addAll(out(door));
      }
    }
    assertThat(all).extracting(SampleBatch::participantId).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void whatTravelsNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Erasure.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Cleared.class);
  }

  private static StreamRecord<SampleBatch> samples(String participant) {
    short[] one = {1};
    return new StreamRecord<>(new SampleBatch(participant, new long[] {1000}, one, one, one, ""));
  }

  private static List<SampleBatch> out(
      KeyedBroadcastOperatorTestHarness<String, SampleBatch, Erasure, SampleBatch> door) {
    return door.extractOutputValues();
  }

  private static KeyedBroadcastOperatorTestHarness<String, SampleBatch, Erasure, SampleBatch> door(
      List<Erasure> known, int tasks, int task) throws Exception {
    return new KeyedBroadcastOperatorTestHarness<>(
        new CoBroadcastWithKeyedOperator<>(
            new DoorFunction(() -> known), List.of(DoorFunction.NOTHING)),
        SampleBatch::participantId,
        Types.STRING,
        MOST_TASKS,
        tasks,
        task);
  }
}
