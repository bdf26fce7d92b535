package io.vigil.model;

import static io.vigil.SameBits.SAME_BITS;
import static io.vigil.model.ScoringRun.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.model.ScoringRun.Shell;
import io.vigil.train.SyntheticWindows;
import io.vigil.train.TrainedModels;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One model that nobody replaces, in both kinds of jobs. */
class ScoringFunctionTest {

  /** Seen red with: a state that is not cleared at the end; a timer at each window's end. */
  @ParameterizedTest
  @EnumSource
  void endsWithoutTimersAndWithoutState(Shell shell) throws Exception {
    try (ScoringRun run = shell.with(OLD).opened()) {
      run.windows(windows());
      assertThat(run.remembered()).isEqualTo(2);

      run.end("p1");
      run.end("p2");

      assertThat(run.harness.numEventTimeTimers()).isZero();
      assertThat(run.remembered()).isZero();
      assertThat(run.predictions()).hasSize(windows().size() + 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void forgetsWhoeverIsErased(Shell shell) throws Exception {
    try (ScoringRun run = shell.with(OLD).opened()) {
      run.windows(windows());
      run.erase("p1");

      assertThat(run.harness.numEventTimeTimers()).isZero();
      assertThat(run.remembered()).isEqualTo(1);
      List<Prediction> said = run.predictions();
      assertThat(said.get(said.size() - 1).erasure()).isEqualTo("e1");
    }
  }

  /** Seen red with: a place that is emptied and not forgotten. */
  @Test
  void theModelOfWhoeverIsErasedIsNotKept() throws Exception {
    try (ScoringRun run = ScoringRun.following(revision -> List.of()).opened()) {
      run.hear(new Takeover(1, Long.MIN_VALUE, "personal@p1", ScoringRun.NEW.toBytes()));
      assertThat(run.kept().contains(1L)).isTrue();
      run.hear(Takeover.erasure("p1"));
      assertThat(run.kept().immutableEntries()).isEmpty();
    }
  }

  /** Seen red with: a state kept in a field of the function; one of another name in one of them. */
  @ParameterizedTest
  @CsvSource({"FIXED,FIXED", "FIXED,FOLLOWING", "FOLLOWING,FIXED", "FOLLOWING,FOLLOWING"})
  void goesOnWhereACheckpointStood(Shell before, Shell after) throws Exception {
    List<Prediction> undisturbed = run(before, before, -1);

    assertThat(run(before, after, windows().size() / 2))
        .usingRecursiveComparison(SAME_BITS)
        .isEqualTo(undisturbed);
  }

  /** Seen red with: one state for everybody; a state written back once only. */
  @ParameterizedTest
  @EnumSource
  void everyParticipantIsScoredAsIfAlone(Shell shell) throws Exception {
    Scorer scorer = Model.load(OLD).scorer();
    ScoringState one = new ScoringState();
    ScoringState other = new ScoringState();
    List<Prediction> expected =
        windows().stream()
            .map(w -> scorer.score(w, w.participantId().equals("p1") ? one : other))
            .toList();

    assertThat(run(shell, shell, -1)).usingRecursiveComparison(SAME_BITS).isEqualTo(expected);
  }

  /** Seen red with: a model used without being asked for its features. */
  @ParameterizedTest
  @EnumSource
  void aModelOfOtherFeaturesIsRefusedWithBothSchemas(Shell shell) throws Exception {
    try (ScoringRun run = shell.with(TrainedModels.forest(1, 3, 12))) {
      assertThatThrownBy(run::opened)
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
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Takeover.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(TakeoverVerdict.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(Shadow.class);
  }

  private static List<Prediction> run(Shell before, Shell after, int restartAt) throws Exception {
    List<Prediction> all = new ArrayList<>();
    List<FeatureVector> windows = windows();
    ScoringRun run = before.with(OLD).opened();
    for (int i = 0; i < windows.size(); i++) {
      if (i == restartAt) {
        OperatorSubtaskState checkpoint = run.harness.snapshot(1, 1);
        all.addAll(run.predictions());
        run.close();
        run = after.with(OLD).openedAt(checkpoint);
      }
      run.window(windows.get(i));
    }
    all.addAll(run.predictions());
    run.close();
    return all;
  }

  /** Two participants taking turns. */
  private static List<FeatureVector> windows() {
    List<FeatureVector> one = ScoringRun.windowsOf("p1");
    List<FeatureVector> other = ScoringRun.windowsOf("p2");
    List<FeatureVector> windows = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      windows.add(one.get(i));
      windows.add(other.get(i));
    }
    return windows;
  }
}
