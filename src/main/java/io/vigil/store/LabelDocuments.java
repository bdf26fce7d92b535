package io.vigil.store;

import io.vigil.learn.Label;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The form of what a reviewer says of a stretch of somebody's time. */
public final class LabelDocuments {

  /** An answer: {@code id} follows from participant, start, reviewer and when it was given. */
  public static Document of(Label label) {
    String start = Documents.iso(label.start());
    String at = Documents.iso(label.at());
    String reviewer = URLEncoder.encode(label.reviewer(), StandardCharsets.UTF_8);
    String id = Documents.id(label.participantId(), "label", start + "_" + reviewer + "_" + at);
    return new Document(
        Container.LABELS,
        id,
        label.participantId(),
        "",
        label.at(),
        Documents.write(
            json -> {
              json.writeStringField("id", id);
              json.writeStringField("participantId", label.participantId());
              json.writeStringField("start", start);
              json.writeStringField("end", Documents.iso(label.end()));
              json.writeStringField("activity", label.activity());
              json.writeStringField("reviewer", label.reviewer());
              json.writeStringField("at", at);
              json.writeNumberField("schemaVersion", Documents.SCHEMA_VERSION);
            }));
  }

  private LabelDocuments() {}
}
