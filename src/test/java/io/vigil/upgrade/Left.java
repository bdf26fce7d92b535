package io.vigil.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.lake.ExampleFiles;
import io.vigil.learn.Example;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a job has left in its store and its lake, a line each. What follows from samples stands as
 * it was written; of what follows from when somebody asked, only what does not depend on the hour.
 */
final class Left {
  private static final List<Container> OF_SAMPLES =
      List.of(
          Container.ACTIVITIES,
          Container.ALERTS,
          Container.PREDICTIONS,
          Container.REVIEWS,
          Container.HEALTH,
          Container.DEAD_LETTERS);

  static List<String> by(WholeJob job) throws IOException {
    List<String> lines = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(Path.of(job.written().path()))) {
      for (Container container : OF_SAMPLES) {
        store.scan(container, document -> lines.add(line(document)));
      }
      store.scan(Container.ANSWERS, document -> lines.add(line(document)));
    }
    ExampleFiles.in(job.lake().toString()).read(example -> lines.add(line(example)));
    return lines.stream().sorted().toList();
  }

  /** Whether a line has everything that another one has; a document may have more fields. */
  static boolean holds(String line, String other) {
    int body = other.indexOf("\t") + 1;
    return other.charAt(body) == '{'
        ? line.startsWith(other.substring(0, body))
            && holds(read(line.substring(body)), read(other.substring(body)))
        : line.equals(other);
  }

  private static boolean holds(JsonNode json, JsonNode other) {
    if (!other.isObject()) {
      return json.equals(other);
    }
    for (Map.Entry<String, JsonNode> field : other.properties()) {
      JsonNode own = json.get(field.getKey());
      if (own == null || !holds(own, field.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static String line(Document document) {
    String title = document.container().title() + "\t";
    return switch (document.container()) {
      case ANSWERS -> title + parts(document, "id", "participantId", "verdict", "changed");
      case ALERTS ->
          document.participantId().isEmpty()
              ? title + parts(document, "type", "status")
              : title + document.body();
      default -> title + document.body();
    };
  }

  private static String parts(Document document, String... names) {
    JsonNode json = read(document.body());
    return String.join(
        " ", Stream.of(names).map(name -> json.path(name).asText()).toArray(String[]::new));
  }

  private static JsonNode read(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Example example) {
    var prediction = example.scored().prediction();
    double features = 0;
    for (double one : example.scored().measured().features().values()) {
      features += one;
    }
    return "lake\t%s %d %s %s %s %s"
        .formatted(
            prediction.participantId(),
            prediction.start(),
            example.reason(),
            prediction.label(),
            prediction.activity(),
            features);
  }

  private Left() {}
}
