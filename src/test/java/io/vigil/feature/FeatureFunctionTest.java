package io.vigil.feature;

import static io.vigil.SameBits.SAME_BITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.feature.MadeUpWindows.Kind;
import io.vigil.sensor.Erasable;
import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class FeatureFunctionTest {
  private static final WearerReference KNOWN = new WearerReference(1.2, 0.6, 0.8, 0, -1);

  /** Seen red with: a state that is not cleared at the end; a timer a minute after each window. */
  @Test
  void endsWithoutTimersAndWithoutState() throws Exception {
    try (var harness = harness(Map.of())) {
      harness.open();
      for (Window window : recording("p1", "p2")) {
        harness.processElement(new StreamRecord<>(window));
      }
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

      harness.processElement(new StreamRecord<>(Window.erasure("p1", Erasable.END)));
      harness.processElement(new StreamRecord<>(Window.erasure("p2", Erasable.END)));

      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  /** Seen red with: what was learned said at every window; the reference of before any window. */
  @Test
  void saysOnceAParticipantWhatWasLearned() throws Exception {
    List<Window> windows = recording("p1", "p2");
    try (var harness = harness(Map.of())) {
      harness.open();
      for (Window window : windows) {
        harness.processElement(new StreamRecord<>(window));
      }
      assertThat(harness.getSideOutput(FeatureFunction.LEARNED)).isNull();

      harness.processElement(new StreamRecord<>(Window.erasure("p1", Erasable.END)));
      harness.processElement(new StreamRecord<>(Window.erasure("p2", Erasable.END)));

      assertThat(harness.getSideOutput(FeatureFunction.LEARNED))
          .extracting(StreamRecord::getValue)
          .containsExactlyInAnyOrder(learned("p1", windows), learned("p2", windows));
    }
  }

  /** Seen red with: a state kept in a field of the function. */
  @Test
  void goesOnWhereACheckpointStood() throws Exception {
    List<Window> windows = recording("p1", "p2");

    List<FeatureVector> undisturbed = run(windows, Map.of(), -1);
    List<FeatureVector> restored = run(windows, Map.of(), windows.size() / 2);

    assertThat(undisturbed).hasSameSizeAs(windows);
    assertThat(restored).usingRecursiveComparison(SAME_BITS).isEqualTo(undisturbed);
  }

  /** Seen red with: one state for everybody; a state written back once only. */
  @Test
  void everyParticipantIsAsIfAlone() throws Exception {
    List<Window> windows = recording("p1", "p2");
    List<Window> alone = windows.stream().filter(w -> w.participantId().equals("p1")).toList();

    List<FeatureVector> among =
        run(windows, Map.of(), -1).stream().filter(v -> v.participantId().equals("p1")).toList();

    assertThat(among).usingRecursiveComparison(SAME_BITS).isEqualTo(run(alone, Map.of(), -1));
    WearerState state = new WearerState();
    FeatureExtractor extractor = new FeatureExtractor();
    assertThat(among)
        .usingRecursiveComparison(SAME_BITS)
        .isEqualTo(alone.stream().map(window -> extractor.extract(window, state)).toList());
  }

  /** Seen red with: the known reference looked up only where there is a state already. */
  @Test
  void whatIsKnownIsUsedFromTheFirstWindowOn() throws Exception {
    List<Window> windows = recording("p1", "p2");
    List<FeatureVector> seen = run(windows, Map.of("p1", KNOWN), windows.size() / 2);
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState known = new WearerState();
    WearerState unknown = new WearerState();
    List<FeatureVector> expected =
        windows.stream()
            .map(
                window ->
                    window.participantId().equals("p1")
                        ? extractor.extract(window, known, KNOWN)
                        : extractor.extract(window, unknown))
            .toList();

    assertThat(seen).usingRecursiveComparison(SAME_BITS).isEqualTo(expected);
  }

  /** Seen red with: an {@code Object} among the state's fields. */
  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(FeatureVector.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(WearerState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(WearerReference.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(LearnedReference.class);
  }

  private static List<FeatureVector> run(
      List<Window> windows, Map<String, WearerReference> known, int restartAt) throws Exception {
    List<FeatureVector> all = new ArrayList<>();
    var harness = onDisk(known);
    harness.open();
    for (int i = 0; i < windows.size(); i++) {
      if (i == restartAt) {
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        all.addAll(vectors(harness));
        harness.close();
        harness = onDisk(known);
        harness.initializeState(checkpoint);
        harness.open();
      }
      harness.processElement(new StreamRecord<>(windows.get(i)));
    }
    all.addAll(vectors(harness));
    harness.close();
    return all;
  }

  private static LearnedReference learned(String participant, List<Window> windows) {
    WearerState state = new WearerState();
    ReferenceLearner learner = new ReferenceLearner();
    windows.stream()
        .filter(window -> window.participantId().equals(participant))
        .forEach(window -> learner.learn(window, state));
    return new LearnedReference(participant, state.reference());
  }

  /** A minute of each, taking turns; walking and still, so that there is something to learn. */
  private static List<Window> recording(String... participants) {
    Random random = new Random(1);
    List<Window> windows = new ArrayList<>();
    for (int hop = 0; hop < 30; hop++) {
      Kind kind = hop % 3 == 0 ? Kind.STILL : Kind.WALKING;
      for (String participant : participants) {
        windows.add(MadeUpWindows.window(participant, hop, MadeUpWindows.of(kind, random)));
      }
    }
    return windows;
  }

  /** With state that is written to disk: on the heap, what is not written back is kept as well. */
  private static KeyedOneInputStreamOperatorTestHarness<String, Window, Measured> onDisk(
      Map<String, WearerReference> known) throws Exception {
    var harness = harness(known);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Window, Measured> harness(
      Map<String, WearerReference> known) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FeatureFunction(known)),
        Window::participantId,
        Types.STRING);
  }

  private static List<FeatureVector> vectors(
      KeyedOneInputStreamOperatorTestHarness<String, Window, Measured> harness) {
    return harness.extractOutputStreamRecords().stream()
        .map(StreamRecord::getValue)
        .map(Measured.class::cast)
        .map(Measured::features)
        .toList();
  }
}
