package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.TrainedModels;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wearer's own model is an artifact like everybody's, and is checked like it. */
class PersonalModelTest {
  private static final double[] WINDOW = {0.5, 0.1, -0.3, 0.2, 0.4, 0.6};

  private final ModelArtifact common = TrainedModels.forest(1, 5, 20);
  private final ModelArtifact personal = adapted(personal("p9", 0.5));

  @Test
  void readsBackTheBytesItWrote() {
    ModelArtifact read = ModelArtifact.read(personal.toBytes());
    assertThat(read.toBytes()).isEqualTo(personal.toBytes());
    assertThat(read.personal().orElseThrow().participantId()).isEqualTo("p9");
    assertThat(read.personal().orElseThrow().commonSha256()).isEqualTo(common.id().sha256());
    assertThat(read.id().sha256()).isNotEqualTo(common.id().sha256());
    assertThat(Model.load(read).manifest().goldenVectors())
        .hasSize(common.manifest().goldenVectors().size() + 1);
  }

  @Test
  void theModelThatComesWithVigilKeepsItsBytesAndItsHash() throws Exception {
    Path models = Path.of(System.getProperty("vigil.home", ".")).resolve("models");
    byte[] bytes = new Registry(models).resolve(Registry.CHAMPION).bytes();
    ModelArtifact read = ModelArtifact.read(bytes);
    assertThat(ByteBuffer.wrap(bytes).getInt(8)).isEqualTo(ArtifactCodec.FORMAT_VERSION);
    assertThat(read.personal()).isEmpty();
    assertThat(read.toBytes()).isEqualTo(bytes);
  }

  @Test
  void theFartherFromTheWearersOwnTheLessProbable() {
    double before = 1;
    for (double at : new double[] {0.5, 1, 2, 4}) {
      double[] answer = answer(adapted(personal("p9", at)));
      assertThat(answer[0]).isLessThan(before);
      assertThat(java.util.Arrays.stream(answer).sum())
          .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
      before = answer[0];
    }
  }

  @Test
  void classesTheWearerDidNotAnswerForKeepTheirProportions() {
    double[] everybodys = new double[5];
    Model.load(common).classifier().probabilities(WINDOW, everybodys);
    double[] answer = answer(adapted(personal("p9", 4)));
    double floor = 1e-3;
    for (int c = 2; c < answer.length; c++) {
      assertThat(answer[c] / answer[1])
          .isCloseTo(
              (everybodys[c] + floor) / (everybodys[1] + floor),
              org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  /** Seen red with: golden vectors asked of the forest alone. */
  @Test
  void anotherWearersWindowsUnderTheSameManifestAreRefused() {
    ModelArtifact swapped =
        new ModelArtifact(
            personal.id(),
            personal.createdAt(),
            personal.manifest(),
            personal.forest(),
            Optional.of(personal("p9", 3)));
    assertThatThrownBy(() -> Model.load(swapped))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("answers golden vector");
  }

  @Test
  void whatNoDistanceCanBeMeasuredWithIsRefused() {
    assertThatThrownBy(
            () -> new Personal("p9", "aa", new int[] {0}, new double[] {0}, 1, new double[5][0][]))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("expected finite ones above 0");
    Personal ofOtherClasses =
        new Personal("p9", "aa", new int[] {0}, new double[] {1}, 1, new double[4][0][]);
    assertThatThrownBy(() -> adapted(ofOtherClasses))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("of 4 classes");
    Personal ofOtherFeatures =
        new Personal("p9", "aa", new int[] {6}, new double[] {1}, 1, new double[5][0][]);
    assertThatThrownBy(() -> adapted(ofOtherFeatures))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("places below 6");
  }

  /** The wearer's windows of the first class lie so far from {@link #WINDOW}. */
  private Personal personal(String participant, double distance) {
    double[][][] own = new double[5][][];
    for (int c = 0; c < own.length; c++) {
      own[c] = c == 0 ? new double[][] {{WINDOW[2] + distance}} : new double[0][];
    }
    return new Personal(participant, common.id().sha256(), new int[] {2}, new double[] {1}, 1, own);
  }

  private ModelArtifact adapted(Personal own) {
    return ModelArtifact.personal(
        "small-p9", TrainedModels.NOON, common.manifest(), common.forest(), own, List.of(WINDOW));
  }

  private static double[] answer(ModelArtifact artifact) {
    double[] answer = new double[5];
    Model.load(artifact).classifier().probabilities(WINDOW, answer);
    return answer;
  }
}
