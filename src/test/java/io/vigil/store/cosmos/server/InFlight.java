package io.vigil.store.cosmos.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which documents are being written, and which ones twice at once. */
final class InFlight {
  private final Map<Document, Integer> now = new HashMap<>();
  private final List<Document> overlapping = new ArrayList<>();

  /** A document of a container. */
  record Document(String container, DocumentKey key) {}

  /** From when a request is understood; in one bulk request a document twice also overlaps. */
  synchronized void begin(List<Document> written) {
    for (Document document : written) {
      if (now.merge(document, 1, Integer::sum) > 1) {
        overlapping.add(document);
      }
    }
  }

  /** Until just before it is answered. */
  synchronized void end(List<Document> written) {
    written.forEach(document -> now.computeIfPresent(document, (key, n) -> n == 1 ? null : n - 1));
  }

  synchronized List<Document> overlapping() {
    return List.copyOf(overlapping);
  }
}
