package io.vigil.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.model.GoldenVector;
import io.vigil.model.ModelArtifact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import org.jpmml.model.JAXBUtil;
import org.junit.jupiter.api.Test;

/** What is exported answers as the model does, to a reader that knows nothing of Vigil. */
class PmmlExportTest {
  private static final ModelArtifact MODEL = TrainedModels.forest(1, 20, 30);
  private static final byte[] DOCUMENT = PmmlExport.of(MODEL);

  /** Seen red with: the children of a split swapped; the posterior without the window more. */
  @Test
  void itAnswersTheGoldenVectorsAsTheModelDoes() throws Exception {
    PmmlReader reader = new PmmlReader(DOCUMENT);
    for (GoldenVector golden : MODEL.manifest().goldenVectors()) {
      Map<String, Double> answer = reader.probabilities(named(golden.features()));
      for (int c = 0; c < golden.probabilities().length; c++) {
        assertThat(answer.get(MODEL.manifest().classes().get(c)))
            .isEqualTo(golden.probabilities()[c], within(1e-12));
      }
    }
  }

  @Test
  void itIsWhatTheStandardAsksFor() throws Exception {
    JAXBUtil.createSchema()
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(DOCUMENT)));
    assertThat(new String(DOCUMENT, StandardCharsets.UTF_8))
        .contains("version=\"4.4\"", MODEL.id().sha256());
  }

  private static Map<String, Double> named(double[] features) {
    Map<String, Double> named = new HashMap<>();
    for (int f = 0; f < features.length; f++) {
      named.put(MODEL.manifest().featureSchema().names().get(f), features[f]);
    }
    return named;
  }
}
