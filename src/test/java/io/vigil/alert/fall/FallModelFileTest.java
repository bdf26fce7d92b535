package io.vigil.alert.fall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.model.ModelRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallModelFileTest {
  private static final String SHIPPED = FallModelFile.write(FallModelFile.shipped());

  @Test
  void writingAndReadingGivesTheSameModel() {
    FallModel again = read(SHIPPED);

    assertThat(FallModelFile.write(again)).isEqualTo(SHIPPED);
    assertThat(again.ref()).isEqualTo(FallModelFile.shipped().ref());
  }

  /** Seen red with: golden impacts not asked. */
  @Test
  void refusesAModelThatAnswersOtherwiseThanInTraining() {
    double intercept = FallModelFile.shipped().intercept();
    String altered = SHIPPED.replace("" + intercept, "" + (intercept + 0.001));

    assertThat(altered).isNotEqualTo(SHIPPED);
    assertThatThrownBy(() -> read(altered))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("answers golden impact");
  }

  @Test
  void refusesAModelOfOtherFeatures() {
    assertThatThrownBy(() -> read(SHIPPED.replace("postureChange", "posture")))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("this build expects");
    assertThatThrownBy(() -> read(SHIPPED.replace(FallFeatures.SCHEMA.hash(), "0".repeat(64))))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("feature schema 000000000000");
  }

  /** Seen red with: neither the impacts nor their features counted. */
  @Test
  void refusesAModelWhoseAnswersCannotBeAskedFor() {
    int golden = SHIPPED.indexOf("\"goldenImpacts\"");
    int training = SHIPPED.indexOf("\"training\"");
    for (String impacts : List.of("[]", "[{\"features\":[1.0],\"score\":0.5}]", "[null]")) {
      String without =
          SHIPPED.substring(0, golden)
              + "\"goldenImpacts\" : "
              + impacts
              + ","
              + SHIPPED.substring(training);
      assertThatThrownBy(() -> read(without)).as(impacts).isInstanceOf(ModelRefused.class);
    }
  }

  @Test
  void refusesWhatIsNoModel() {
    assertThatThrownBy(() -> read("{}")).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> read("none")).isInstanceOf(ModelRefused.class);
    assertThatThrownBy(() -> read("[" + " ".repeat(1 << 20) + "]"))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("more than");
  }

  private static FallModel read(String text) {
    return FallModelFile.read(text);
  }
}
