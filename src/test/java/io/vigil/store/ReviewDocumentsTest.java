package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.alert.Snippet;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.learn.Example;
import io.vigil.learn.Label;
import io.vigil.learn.MadeUpReview;
import io.vigil.learn.Question;
import io.vigil.learn.Reason;
import io.vigil.model.Scored;
import io.vigil.sensor.SampleBatch;
import io.vigil.window.Window;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The forms of what is asked and answered. */
class ReviewDocumentsTest {
  private static final long START = 1_767_603_600_000_000L;
  private static final int SAMPLES = 208;

  /** Seen red with: times from the window's start to its last sample's. */
  @Test
  void aWindowGoesOutWithItsSamplesAndTheNamesOfItsProbabilities() {
    Example example = example(Reason.UNCERTAIN);
    assertThat(ReviewDocuments.isAsked(example)).isTrue();
    assertThat(ReviewDocuments.isAsked(example(Reason.LABELLED))).isFalse();
    Document document = ReviewDocuments.of(example);
    assertThat(document.id()).isEqualTo("p%2F1_review_2026-01-05T09:00:00Z");
    assertThat(document.day()).isEqualTo("2026-01-05");
    assertThat(document.body())
        .contains("\"classes\":[\"Walking\",\"Stairs\",\"Standing\"]")
        .contains("\"probabilities\":[0.45,0.4312,0.1188],\"margin\":0.0188");
    Question read = ReviewDocuments.read(document.body());
    assertThat(read.probabilities())
        .containsExactly(
            Map.entry("Walking", 0.45), Map.entry("Stairs", 0.4312), Map.entry("Standing", 0.1188));
    assertThat(read.end() - read.start()).isEqualTo(4_000_000);
    SampleBatch samples = Snippet.unpack(read.participantId(), read.samples());
    Window window = example.scored().measured().window();
    assertThat(samples.size()).isEqualTo(SAMPLES);
    assertThat(samples.times()[0]).isEqualTo(START);
    assertThat(samples.times()[SAMPLES / 2]).isEqualTo(START + 2_000_000);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(samples.z()[i] / (double) SampleBatch.PER_G)
          .isCloseTo(window.z()[i], within(0.01));
    }
    assertThat(ReviewDocuments.of(read)).isEqualTo(document);
    assertThat(document.body().length()).isLessThan(3_000);
  }

  @Test
  void anAnswerIsReadBack() {
    Label label = MadeUpReview.says("ann@example.org/ż", "p/1", 10, 20, "not sure", 99);
    Document document = LabelDocuments.of(label);
    assertThat(document.id()).doesNotContain("/").contains("_label_");
    assertThat(LabelReading.read(document.body())).isEqualTo(label);
  }

  @Test
  void whatIsNoSuchDocumentIsRefusedByTheFieldItLacks() {
    assertThatThrownBy(() -> LabelReading.read("{\"participantId\":\"p\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'start'");
    assertThatThrownBy(() -> ReviewDocuments.read("{\"participantId\":\"p\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'start'");
    for (String wrong : List.of("[]", "{", "{\"participantId\":\"p\",\"start\":\"soon\"}")) {
      assertThatThrownBy(() -> LabelReading.read(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Example example(Reason reason) {
    Random random = new Random(3);
    float[][] axes = new float[3][SAMPLES];
    for (float[] axis : axes) {
      for (int i = 0; i < SAMPLES; i++) {
        axis[i] = (float) (Math.sin(i * 0.2) + 0.05 * random.nextGaussian());
      }
    }
    long end = START + 4_000_000;
    Window window = new Window("p/1", START, end, axes[0], axes[1], axes[2], "");
    FeatureVector features = new FeatureVector("p/1", START, end, "", new double[0]);
    Prediction prediction =
        new Prediction(
            "p/1",
            START,
            end,
            "Walking",
            0.61,
            new double[] {0.45, 0.43123, 0.11877},
            "",
            new ModelRef("chest", 3, "ab12"));
    String[] classes = {"Walking", "Stairs", "Standing"};
    return new Example(new Scored(new Measured(window, features), prediction, classes), reason);
  }
}
