package io.vigil.train.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.train.personal.LearningCurve;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AnswersCurveTest {

  @Test
  void otherFiguresAreAnotherPicture() throws IOException {
    byte[] rising = png(0.6, 0.9);

    assertThat(ImageIO.read(new ByteArrayInputStream(rising)).getWidth()).isEqualTo(560);
    assertThat(png(0.6, 0.9)).isEqualTo(rising);
    assertThat(png(0.6, 0.7)).isNotEqualTo(rising);
  }

  private static byte[] png(double first, double last) {
    return AnswersCurve.png(
        List.of(new LearningCurve.Point(8, first, 0.5), new LearningCurve.Point(60, last, 0.5)));
  }
}
