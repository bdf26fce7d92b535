package io.vigil.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of the documents must be the same in a live job and in a replay. Labels, activities, dead
 * letters: every byte. Of alerts: what was seen and why it was raised, but not whom the live job
 * has called since, by the clock on the wall.
 */
final class Comparison {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Container> WHOLE =
      List.of(Container.ACTIVITIES, Container.PREDICTIONS, Container.DEAD_LETTERS);
  private static final List<String> OF_ALERTS =
      List.of("id", "participantId", "type", "startTs", "detectedTs", "occurrences", "evidence");

  /** Those documents that can be compared, as far as they can be. */
  static Map<String, String> comparable(Map<String, String> bodies) {
    Map<String, String> comparable = new TreeMap<>();
    bodies.forEach(
        (key, body) -> {
          String container = key.substring(0, key.indexOf('/'));
          if (container.equals(Container.ALERTS.title())) {
            comparable.put(key, ofAlert(body));
          } else if (WHOLE.stream().anyMatch(whole -> whole.title().equals(container))) {
            comparable.put(key, body);
          }
        });
    return comparable;
  }

  private static String ofAlert(String body) {
    try {
      ObjectNode alert = (ObjectNode) JSON.readTree(body);
      return alert.retain(OF_ALERTS).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Comparison() {}
}
