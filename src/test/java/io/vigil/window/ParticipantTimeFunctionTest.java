package io.vigil.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.sensor.DeadLetter;
import io.vigil.sensor.SampleBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class ParticipantTimeFunctionTest {
  private static final long SECOND = 1_000_000;
  private static final long BEGINNING = 1_767_225_600 * SECOND;
  private static final WindowShape SHAPE = new WindowShape(4 * SECOND, 2 * SECOND, 80);
  private static final TimeSettings SETTINGS = new TimeSettings(2 * SECOND, SECOND / 2, 0);

  @Test
  void endsWithoutTimersAndWithoutState() throws Exception {
    try (var harness = harness()) {
      harness.open();
      for (int second = 0; second < 30; second++) {
        harness.processElement(new StreamRecord<>(batch("p1", second)));
        harness.processElement(new StreamRecord<>(batch("p2", second)));
      }
      assertThat(harness.numEventTimeTimers()).isEqualTo(2);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(windows(harness).stream().filter(window -> !window.isErasure())).hasSize(2 * 14);
      assertThat(windows(harness).stream().filter(Window::isEnd))
          .extracting(Window::participantId)
          .containsExactlyInAnyOrder("p1", "p2");
      assertThat(harness.getSideOutput(ParticipantTimeFunction.ORDERED))
          .noneMatch(samples -> samples.getValue().isErasure());
      assertThat(harness.getSideOutput(ParticipantTimeFunction.TALLY))
          .extracting(StreamRecord::getValue)
          .containsExactlyInAnyOrder(
              new ParticipantTally("p1", 600, 0, 0, 0), new ParticipantTally("p2", 600, 0, 0, 0));
    }
  }

  @Test
  void aWatermarkOfALiveStreamClosesNothing() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(batch("p1", 0)));

      harness.processWatermark(new Watermark(BEGINNING + 3600 * SECOND));

      assertThat(windows(harness)).isEmpty();
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    }
  }

  @Test
  void goesOnWhereACheckpointStood() throws Exception {
    List<Window> expected = run(30, -1);
    List<Window> restored = run(30, 17);

    assertThat(restored).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void lateSamplesLeaveByTheSide() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(new StreamRecord<>(batch("p1", 100)));
      harness.processElement(new StreamRecord<>(batch("p1", 0)));

      assertThat(harness.getSideOutput(ParticipantTimeFunction.LATE))
          .extracting(StreamRecord::getValue)
          .satisfiesExactly(
              letter -> {
                assertThat(letter.kind()).isEqualTo(DeadLetter.Kind.LATE);
                assertThat(letter.samples()).isEqualTo(20);
                assertThat(letter.reason()).contains("older than the participant's clock");
              });
    }
  }

  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(TimeState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(SampleBatch.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Window.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(DeadLetter.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(ParticipantTally.class);
  }

  private static List<Window> run(int seconds, int restartAt) throws Exception {
    List<Window> all = new ArrayList<>();
    var harness = harness();
    harness.open();
    for (int second = 0; second < seconds; second++) {
      if (second == restartAt) {
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        all.addAll(windows(harness));
        harness.close();
        harness = harness();
        harness.initializeState(checkpoint);
        harness.open();
      }
      harness.processElement(new StreamRecord<>(batch("p1", second)));
    }
    harness.processWatermark(Watermark.MAX_WATERMARK);
    all.addAll(windows(harness));
    harness.close();
    return all;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, SampleBatch, Window> harness()
      throws Exception {
    return harness(SETTINGS);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, SampleBatch, Window> harness(
      TimeSettings settings) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new ParticipantTimeFunction(SHAPE, settings)),
        SampleBatch::participantId,
        Types.STRING);
  }

  private static List<Window> windows(
      KeyedOneInputStreamOperatorTestHarness<String, SampleBatch, Window> harness) {
    return harness.extractOutputStreamRecords().stream()
        .map(StreamRecord::getValue)
        .map(Window.class::cast)
        .toList();
  }

  private static SampleBatch batch(String participant, int second) {
    long[] times = new long[20];
    short[] x = new short[20];
    for (int i = 0; i < 20; i++) {
      times[i] = BEGINNING + second * SECOND + i * 50_000L;
      x[i] = (short) (second * 20 + i);
    }
    return new SampleBatch(participant, times, x, x, x, "");
  }

  /** Seen red with: a {@code ParticipantFunction} that only hands the word on. */
  @Test
  void forgetsWhoeverIsErasedAndNobodyElse() throws Exception {
    try (var harness = harness()) {
      harness.open();
      for (int second = 0; second < 10; second++) {
        harness.processElement(new StreamRecord<>(batch("p1", second)));
        harness.processElement(new StreamRecord<>(batch("p2", second)));
      }
      int before = windows(harness).size();

      harness.processElement(new StreamRecord<>(SampleBatch.erasure("p1", "e1")));

      assertThat(harness.numEventTimeTimers()).isEqualTo(1);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      List<Window> windows = windows(harness);
      assertThat(windows).hasSize(before + 1);
      assertThat(windows.get(before).erasure()).isEqualTo("e1");
      assertThat(windows.get(before).participantId()).isEqualTo("p1");
      assertThat(harness.getSideOutput(ParticipantTimeFunction.ORDERED))
          .extracting(StreamRecord::getValue)
          .filteredOn(SampleBatch::isErasure)
          .hasSize(1);
      assertThat(harness.getSideOutput(ParticipantTimeFunction.TALLY)).isNull();
    }
  }

  /** Seen red with: a timer that is never put off, and one that is left behind. */
  @Test
  void whoIsGoneIsToldOfToTheEndAndForgotten() throws Exception {
    List<Window> whole = run(30, -1).stream().filter(window -> !window.isErasure()).toList();
    try (var harness = harness(SETTINGS.goneAfter(Duration.ofSeconds(1000)))) {
      harness.open();
      for (int second = 0; second < 3000; second++) {
        harness.setProcessingTime(second * 1000L);
        if (second < 30) {
          harness.processElement(new StreamRecord<>(batch("p1", second)));
        }
        // Less than the slack of the timer, and more.
        if (second < 5 || second % 900 == 0) {
          harness.processElement(new StreamRecord<>(batch("p2", second)));
        }
        if (second == 1000 || second == 1028) {
          assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
          assertThat(harness.numProcessingTimeTimers()).isEqualTo(2);
        }
      }
      harness.processElement(new StreamRecord<>(batch("p3", 3000)));

      List<Window> ofTheGone =
          windows(harness).stream().filter(window -> window.participantId().equals("p1")).toList();
      assertThat(ofTheGone).hasSize(whole.size() + 1);
      assertThat(ofTheGone.subList(0, whole.size())).usingRecursiveComparison().isEqualTo(whole);
      assertThat(ofTheGone.get(whole.size()).isGone()).isTrue();
      assertThat(harness.getSideOutput(ParticipantTimeFunction.ORDERED))
          .extracting(StreamRecord::getValue)
          .filteredOn(SampleBatch::isGone)
          .extracting(SampleBatch::participantId)
          .containsExactly("p1");
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

      harness.processElement(new StreamRecord<>(SampleBatch.erasure("p2", "e1")));
      harness.processElement(new StreamRecord<>(SampleBatch.erasure("nobody", "e2")));
      assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      assertThat(harness.numProcessingTimeTimers()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  /** Seen red with: a timer that is believed at once. */
  @Test
  void nobodyIsGoneBecauseTheJobStoodStill() throws Exception {
    TimeSettings settings = SETTINGS.goneAfter(Duration.ofSeconds(1000));
    OperatorSubtaskState checkpoint;
    try (var harness = harness(settings)) {
      harness.open();
      harness.processElement(new StreamRecord<>(batch("p1", 0)));
      harness.processElement(new StreamRecord<>(batch("p2", 0)));
      checkpoint = harness.snapshot(1, 1);
    }
    try (var harness = harness(settings)) {
      harness.initializeState(checkpoint);
      harness.open();
      harness.setProcessingTime(5_000_000);
      harness.setProcessingTime(5_500_000);
      harness.processElement(new StreamRecord<>(batch("p1", 1)));
      harness.setProcessingTime(5_999_999);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

      harness.setProcessingTime(6_000_000);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
      assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
    }
  }
}
