package io.vigil.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.learn.Label;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Reads what reviewers said. */
public final class LabelReading {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Everything that reviewers said, by participant and time of the answer: for {@link
   * io.vigil.learn.GroundTruth#of}.
   *
   * @throws IllegalArgumentException if a document among them is none of an answer
   */
  public static List<Label> all(DocumentStore store) {
    List<Label> labels = new ArrayList<>();
    store.scan(Container.LABELS, document -> labels.add(read(document.body())));
    return labels;
  }

  /**
   * Reads the body of a document.
   *
   * @throws IllegalArgumentException if it is no answer
   */
  public static Label read(String body) {
    try {
      BodyFields fields = new BodyFields("a label", JSON.readTree(body));
      return new Label(
          fields.text("participantId"),
          fields.time("start"),
          fields.time("end"),
          fields.text("activity"),
          fields.text("reviewer"),
          fields.time("at"));
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalArgumentException("This is no document of a label: " + e.getMessage(), e);
    }
  }

  private LabelReading() {}
}
