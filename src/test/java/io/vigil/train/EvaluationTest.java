package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.activity.ClassScheme;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.model.ClassMetrics;
import io.vigil.model.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final ClassScheme SCHEME = ClassScheme.of(List.of("A", "B", "C", "D"));

  /** Truth, answer, confidence. */
  private static final List<Prediction> PREDICTIONS =
      List.of(
          prediction("p1", "A", "A", 0.9),
          prediction("p1", "A", "A", 0.8),
          prediction("p1", "A", "B", 0.55),
          prediction("p1", "B", "B", 0.65),
          prediction("p2", "B", "A", 0.95),
          prediction("p2", "B", "B", 1.0),
          prediction("p2", "C", "A", 0.45),
          prediction("p2", "", "A", 0.5));

  private final Evaluation evaluation =
      Evaluation.of(PREDICTIONS, SCHEME, new ModelId("m", 3, "0".repeat(64)));

  @Test
  void countsRowsAsTruthAndColumnsAsAnswers() {
    assertThat(evaluation.labels()).containsExactly("A", "B", "C", "D");
    assertThat(evaluation.confusion())
        .isDeepEqualTo(new long[][] {{2, 1, 0, 0}, {1, 2, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 0}});
    assertThat(evaluation.windows()).isEqualTo(7);
    assertThat(evaluation.unlabelled()).isEqualTo(1);
  }

  @Test
  void figuresAreThoseWorkedOutByHand() {
    assertThat(evaluation.accuracy()).isEqualTo(4.0 / 7);
    assertThat(evaluation.perClass().get("A"))
        .isEqualTo(new ClassMetrics(2.0 / 4, 2.0 / 3, 4.0 / 7, 3));
    assertThat(evaluation.perClass().get("B"))
        .isEqualTo(new ClassMetrics(2.0 / 3, 2.0 / 3, 4.0 / 6, 3));
    assertThat(evaluation.perClass().get("C")).isEqualTo(new ClassMetrics(0, 0, 0, 1));
    // C was there and never said: it counts with 0. D was neither: it does not count.
    assertThat(evaluation.macroF1()).isEqualTo((4.0 / 7 + 4.0 / 6 + 0) / 3);
  }

  @Test
  void peopleAreJudgedByThemselves() {
    // p1: A has precision 1 and recall 2/3, so 0.8; B has 1/2 and 1, so 2/3.
    assertThat(evaluation.perPerson().get("p1").accuracy()).isEqualTo(0.75);
    assertThat(evaluation.perPerson().get("p1").macroF1()).isEqualTo((0.8 + 2.0 / 3) / 2);
    // p2: A is said twice and never true: 0; B has 1 and 1/2, so 2/3; C 0.
    assertThat(evaluation.perPerson().get("p2").macroF1()).isEqualTo((0 + 2.0 / 3 + 0) / 3);
  }

  @Test
  void confidenceIsComparedWithAccuracyBinByBin() {
    Calibration calibration = evaluation.calibration();
    Calibration.Bin last = calibration.bins().get(9);
    assertThat(last.windows()).isEqualTo(3);
    assertThat(last.accuracy()).isEqualTo(2.0 / 3);
    assertThat(last.confidence()).isCloseTo(0.95, within(1e-12));
    // Bins: 0.4 (0.45, wrong), 0.5 (0.55, wrong), 0.6 (0.65, right), 0.8 (right), 0.9 (two of
    // three).
    double expected = (0.45 + 0.55 + 0.35 + 0.2 + 3 * (0.95 - 2.0 / 3)) / 7;
    assertThat(calibration.expectedError()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void asJsonItHasTheAgreedNames() {
    JsonNode json = new ObjectMapper().valueToTree(evaluation);
    assertThat(json.fieldNames())
        .toIterable()
        .startsWith("windows", "accuracy", "macroF1", "perClass", "confusion", "labels", "model");
    assertThat(json.at("/perClass/B/f1").asDouble()).isEqualTo(4.0 / 6);
    assertThat(json.at("/confusion/1/0").asInt()).isEqualTo(1);
    assertThat(json.at("/model/name").asText()).isEqualTo("m");
  }

  @Test
  void asTextItCanBeRead() {
    assertThat(EvaluationText.of(evaluation))
        .contains("7 labelled windows (1 without a label): accuracy 0.571, macro F1 0.413")
        .containsPattern("B +0\\.667 +0\\.667 +0\\.667 +3");
  }

  @Test
  void ofNothingItIsZero() {
    Evaluation none = Evaluation.of(List.of(), SCHEME, null);
    assertThat(none.accuracy()).isZero();
    assertThat(none.macroF1()).isZero();
    assertThat(none.calibration().expectedError()).isZero();
  }

  private static Prediction prediction(String who, String truth, String said, double confidence) {
    return new Prediction(
        who, 0, 1, said, confidence, new double[0], truth, new ModelRef("m", 1, "aa"));
  }
}
