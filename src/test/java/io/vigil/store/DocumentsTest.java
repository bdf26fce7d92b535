package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.sensor.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final long NINE = 1_767_603_600_000_000L;
  private static final ModelRef MODEL = new ModelRef("chest", 3, "ab12");

  @Test
  void anActivityHasTheFieldsOfTheContractInTheirOrder() {
    Episode episode =
        new Episode("p 1/x", "Walking", NINE, NINE + 90_500_000, false, 44, 0.87654, MODEL);

    Document document = Documents.activity(episode);

    assertThat(document.body())
        .isEqualTo(
            "{\"id\":\"p+1%2Fx_activity_2026-01-05T09:00:00Z\",\"participantId\":\"p 1/x\","
                + "\"day\":\"2026-01-05\",\"activity\":\"Walking\",\"start\":\"2026-01-05T09:00:00Z\","
                + "\"end\":\"2026-01-05T09:01:30.500Z\",\"open\":false,\"windows\":44,"
                + "\"confidence\":0.8765,\"model\":{\"name\":\"chest\",\"version\":3,"
                + "\"sha256\":\"ab12\"},\"schemaVersion\":1}");
    assertThat(document.id()).isEqualTo("p+1%2Fx_activity_2026-01-05T09:00:00Z");
    assertThat(document.day()).isEqualTo("2026-01-05");
  }

  @Test
  void aPredictionNamesItsLabelOnlyWhereThereIsOne() {
    Prediction window =
        new Prediction(
            "p1", NINE, NINE + 4_000_000, "Stairs", 0.5, new double[] {0.5, 0.5}, "", MODEL);

    assertThat(Documents.prediction(window).body())
        .contains("\"probabilities\":[0.5,0.5]")
        .doesNotContain("label");
  }

  @Test
  void aDeadLetterKeepsTextAsTextAndBytesAsBytes() {
    assertThat(Documents.deadLetter(letter("1,2,x".getBytes(StandardCharsets.UTF_8))).body())
        .contains("\"payload\":\"1,2,x\"");
    assertThat(Documents.deadLetter(letter(new byte[] {(byte) 0xff, 0})).body())
        .contains("\"payloadBase64\":\"/wA=\"");
  }

  private static DeadLetter letter(byte[] payload) {
    return new DeadLetter(DeadLetter.Kind.INVALID, "", "1.csv", 7, "a reason", 1, payload);
  }
}
