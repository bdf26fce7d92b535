package io.vigil.model;

import static io.vigil.SameBits.SAME_BITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainedModels;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

class ScoringFunctionTest {
  private static final ModelArtifact MODEL =
      TrainedModels.forest(1, 10, 12, FeatureExtractor.SCHEMA);

  /** Seen red with: a state that is not cleared at the end; a timer at each window's end. */
  @Test
  void endsWithoutTimersAndWithoutState() throws Exception {
    try (var harness = harness(MODEL)) {
      harness.open();
      for (FeatureVector window : windows()) {
        harness.processElement(new StreamRecord<>(measured(window)));
      }
      assertThat(harness.numEventTimeTimers()).isEqualTo(2);
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

      harness.processWatermark(Watermark.MAX_WATERMARK);

      assertThat(harness.numEventTimeTimers()).isZero();
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(predictions(harness)).hasSize(windows().size());
    }
  }

  /** Seen red with: a state kept in a field of the function. */
  @Test
  void goesOnWhereACheckpointStood() throws Exception {
    List<Prediction> undisturbed = run(-1);

    assertThat(run(windows().size() / 2))
        .usingRecursiveComparison(SAME_BITS)
        .isEqualTo(undisturbed);
  }

  /** Seen red with: one state for everybody; a state written back once only. */
  @Test
  void everyParticipantIsScoredAsIfAlone() throws Exception {
    Scorer scorer = Model.load(MODEL).scorer();
    ScoringState one = new ScoringState();
    ScoringState other = new ScoringState();
    List<Prediction> expected =
        windows().stream()
            .map(w -> scorer.score(w, w.participantId().equals("p1") ? one : other))
            .toList();

    assertThat(run(-1)).usingRecursiveComparison(SAME_BITS).isEqualTo(expected);
  }

  /** Seen red with: a model used without being asked for its features. */
  @Test
  void aModelOfOtherFeaturesIsRefusedWithBothSchemas() throws Exception {
    try (var harness = harness(TrainedModels.forest(1, 3, 12))) {
      assertThatThrownBy(harness::open)
          .isInstanceOf(ModelRefused.class)
          .hasMessageContaining(SyntheticWindows.schema().hash().substring(0, 12))
          .hasMessageContaining(FeatureExtractor.SCHEMA.hash().substring(0, 12))
          .hasMessageContaining("small:0");
    }
  }

  /** Seen red with: an {@code Object} among the state's fields. */
  @Test
  void whatTravelsAndWhatIsKeptNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(ScoringState.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Prediction.class);
  }

  private static List<Prediction> run(int restartAt) throws Exception {
    List<Prediction> all = new ArrayList<>();
    List<FeatureVector> windows = windows();
    var harness = onDisk(MODEL);
    harness.open();
    for (int i = 0; i < windows.size(); i++) {
      if (i == restartAt) {
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        all.addAll(predictions(harness));
        harness.close();
        harness = onDisk(MODEL);
        harness.initializeState(checkpoint);
        harness.open();
      }
      harness.processElement(new StreamRecord<>(measured(windows.get(i))));
    }
    all.addAll(predictions(harness));
    harness.close();
    return all;
  }

  /** Two participants taking turns. */
  private static List<FeatureVector> windows() {
    List<FeatureVector> one = SyntheticWindows.of(9, 6, FeatureExtractor.SCHEMA, "p1");
    List<FeatureVector> other = SyntheticWindows.of(9, 6, FeatureExtractor.SCHEMA, "p2");
    List<FeatureVector> windows = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      windows.add(one.get(i));
      windows.add(other.get(i));
    }
    return windows;
  }

  /** With state that is written to disk: on the heap, what is not written back is kept as well. */
  private static KeyedOneInputStreamOperatorTestHarness<String, Measured, Scored> onDisk(
      ModelArtifact model) throws Exception {
    var harness = harness(model);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    return harness;
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Measured, Scored> harness(
      ModelArtifact model) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new ScoringFunction(model.toBytes())),
        Measured::participantId,
        Types.STRING);
  }

  private static List<Prediction> predictions(
      KeyedOneInputStreamOperatorTestHarness<String, Measured, Scored> harness) {
    return harness.extractOutputStreamRecords().stream()
        .map(StreamRecord::getValue)
        .map(Scored.class::cast)
        .map(Scored::prediction)
        .toList();
  }

  /** Features whose samples do not matter. */
  private static Measured measured(FeatureVector features) {
    return new Measured(null, features);
  }
}
