package io.vigil.store.cosmos.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;

/**
 * Where a query or a change feed looks: by partition key, coarser key, partition or stretch.
 *
 * @param range the stretch of the ring
 * @param partitions those that have a part of it
 */
record Scope(KeyRange range, List<Partition> partitions) {

  static Scope of(Request request, DocumentContainer container) {
    KeyRange range = KeyRange.ALL;
    Optional<String> key = request.header("x-ms-documentdb-partitionkey");
    if (key.isPresent()) {
      ArrayNode parsed = container.keys().parse(key.get());
      range = parsed.isEmpty() ? range : container.keys().covered(parsed);
    }
    Optional<String> start = request.header("x-ms-start-epk");
    Optional<String> end = request.header("x-ms-end-epk");
    range = range.within(new KeyRange(start.orElse(""), end.orElse(KeyRange.ALL.max())));
    Optional<Partition> named =
        request.header("x-ms-documentdb-partitionkeyrangeid").map(container::partition);
    if (named.isPresent()) {
      return new Scope(range.within(named.get().range()), List.of(named.get()));
    }
    KeyRange looked = range;
    return new Scope(
        range,
        container.partitions().stream()
            .filter(partition -> partition.range().overlaps(looked))
            .toList());
  }
}
