package io.vigil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.train.TrainedModels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
            () ->
                Personal.asUsual(
                    "p9", "aa", new int[] {0}, new double[] {0}, 1, new double[5][0][]))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("expected finite ones above 0");
    Personal ofOtherClasses =
        Personal.asUsual("p9", "aa", new int[] {0}, new double[] {1}, 1, new double[4][0][]);
    assertThatThrownBy(() -> adapted(ofOtherClasses))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("of 4 classes");
    Personal ofOtherFeatures =
        Personal.asUsual("p9", "aa", new int[] {6}, new double[] {1}, 1, new double[5][0][]);
    assertThatThrownBy(() -> adapted(ofOtherFeatures))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("places below 6");
  }

  /**
   * Who always sits alike is not sitting two degrees beside it; who sits now so and now so, or was
   * answered about once too late, is as others are. Seen red with: widths that are left at 1, and
   * with distances that are not cut at 1.
   */
  @Test
  void whoNeverVariesIsKnownFromSmallerDistances() {
    double[] at = {2 + WINDOW[2]};
    double[][] alike = {at, at, at, at, at, at};
    double[][] restless = {{0}, {4}, {9}, {15}, {22}, {30}};
    double[][] late = {at, at, at, at, at, {99}};
    double usual = 6;

    Personal still = ofFirstClass(alike).withOwnWidths(usual);
    assertThat(still.widths()).containsExactly(0.5, 1, 1, 1, 1);
    assertThat(still.distance(0, WINDOW)).isEqualTo(2 * ofFirstClass(alike).distance(0, WINDOW));
    assertThat(ofFirstClass(restless).withOwnWidths(usual).widths()).containsOnly(1);
    assertThat(ofFirstClass(late).withOwnWidths(usual).widths()[0]).isEqualTo(7.0 / 12);
    assertThat(ofFirstClass(new double[][] {at}).withOwnWidths(usual).widths()).containsOnly(1);
  }

  @Test
  void widthsTravelInTheArtifact() {
    double[][] alike = {{2}, {2}, {2}};
    ModelArtifact narrow = adapted(ofFirstClass(alike).withOwnWidths(1));
    ModelArtifact read = ModelArtifact.read(narrow.toBytes());
    assertThat(read.toBytes()).isEqualTo(narrow.toBytes());
    assertThat(read.personal().orElseThrow().widths()[0]).isEqualTo(0.25);
    assertThat(Model.load(read).id()).isEqualTo(narrow.id());
  }

  /** As 0.1.0 wrote it. Seen red with: widths of 1 written like others. */
  @Test
  void aWearerFromBeforeThereWereWidthsIsAsUsualAndKeepsItsBytes() {
    byte[] before =
        """
        {"participantId":"p9","commonSha256":"aa","features":[2],"spreads":[1.0],"neighbours":1,"windows":[[[0.5]],[]]}"""
            .getBytes(StandardCharsets.UTF_8);
    Personal read = PersonalJson.read(before);
    assertThat(read.widths()).containsExactly(1, 1);
    assertThat(PersonalJson.write(read)).isEqualTo(before);
  }

  @Test
  void widthsThatAreNoneAreRefused() {
    for (double[] widths : new double[][] {{}, {0}, {1.5}, {Double.NaN}}) {
      assertThatThrownBy(
              () ->
                  new Personal(
                      "p9", "aa", new int[] {0}, new double[] {1}, 1, new double[1][0][], widths))
          .isInstanceOf(ModelRefused.class)
          .hasMessageContaining("expected 1 above 0 up to 1");
    }
  }

  private Personal ofFirstClass(double[][] windows) {
    double[][][] own = {windows, {}, {}, {}, {}};
    return Personal.asUsual("p9", common.id().sha256(), new int[] {2}, new double[] {1}, 1, own);
  }

  /** The wearer's windows of the first class lie so far from {@link #WINDOW}. */
  private Personal personal(String participant, double distance) {
    double[][][] own = new double[5][][];
    for (int c = 0; c < own.length; c++) {
      own[c] = c == 0 ? new double[][] {{WINDOW[2] + distance}} : new double[0][];
    }
    return Personal.asUsual(
        participant, common.id().sha256(), new int[] {2}, new double[] {1}, 1, own);
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
