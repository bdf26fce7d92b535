package io.vigil.store.cosmos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import io.vigil.store.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * A document as it comes back. Its body is what was written, byte for byte: what Cosmos DB adds is
 * taken away, and a probability of 1.0 that came back as 1 is 1.0 again, because Cosmos DB keeps
 * numbers and not their form.
 */
final class StoredItem {
  private static final Set<String> ADDED =
      Set.of("_rid", "_self", "_etag", "_attachments", "_ts", "_lsn");
  private static final List<String> FRACTIONS = List.of("confidence", "probabilities", "margin");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Document document(Container container, ObjectNode item) {
    ObjectNode body = item.deepCopy().remove(ADDED);
    FRACTIONS.stream().filter(body::has).forEach(name -> body.set(name, fraction(body.get(name))));
    long time = time(container, body);
    return new Document(
        container,
        body.path("id").asText(),
        body.path("participantId").asText(),
        body.path("day").asText(container == Container.ALERTS ? day(time) : ""),
        time,
        body.path("revision").asLong(),
        text(body));
  }

  private static long time(Container container, ObjectNode body) {
    return switch (container) {
      case ACTIVITIES, PREDICTIONS, REVIEWS -> micros(body.path("start").asText());
      case ALERTS -> micros(body.path("startTs").asText());
      case COMMANDS, RULES -> micros(body.path("time").asText());
      case LABELS, ERASURES -> micros(body.path("at").asText());
      case ANSWERS, HEARTBEATS -> micros(body.path("ts").asText());
      case HEALTH -> micros(body.path("day").asText() + "T00:00:00Z");
      case DEAD_LETTERS -> body.path("position").asLong();
      case TALLIES -> 0;
    };
  }

  private static long micros(String iso) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(iso));
  }

  private static String day(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString().substring(0, 10);
  }

  private static JsonNode fraction(JsonNode value) {
    if (value instanceof ArrayNode values) {
      for (int i = 0; i < values.size(); i++) {
        values.set(i, fraction(values.get(i)));
      }
      return values;
    }
    return value.isIntegralNumber() ? DoubleNode.valueOf(value.doubleValue()) : value;
  }

  private static String text(ObjectNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document that was read could not be written to memory", e);
    }
  }

  private StoredItem() {}
}
