package io.vigil.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.activity.ModelRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The fields of a document's body; one that is missing is said by its name.
 *
 * @param what the document is, for messages
 */
record BodyFields(String what, JsonNode body) {

  /** A field of any kind. */
  JsonNode field(String name) {
    JsonNode field = body.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "This is no document of %s: it has no field '%s'".formatted(what, name));
    }
    return field;
  }

  String text(String name) {
    return field(name).asText();
  }

  double number(String name) {
    return field(name).asDouble();
  }

  /** A time in microseconds since the epoch (UTC). */
  long time(String name) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text(name)));
  }

  ModelRef model() {
    BodyFields model = new BodyFields(what, field("model"));
    return new ModelRef(
        model.text("name"), model.field("version").intValue(), model.text("sha256"));
  }
}
