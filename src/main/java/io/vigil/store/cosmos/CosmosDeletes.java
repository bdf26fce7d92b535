package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.PartitionKey;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes documents out, some at a time. */
final class CosmosDeletes {
  private static final int AT_A_TIME = 16;

  private final CosmosReads reads;

  CosmosDeletes(CosmosReads reads) {
    this.reads = reads;
  }

  /** How many of these were there until now. */
  long delete(List<Document> documents) {
    Map<Container, List<Document>> byContainer =
        documents.stream()
            .filter(document -> document.container() != Container.TALLIES)
            .collect(Collectors.groupingBy(Document::container));
    long deleted = 0;
    for (Map.Entry<Container, List<Document>> some : byContainer.entrySet()) {
      deleted += delete(some.getKey(), some.getValue());
    }
    return deleted;
  }

  private long delete(Container container, List<Document> documents) {
    Long deleted =
        reads.patiently(
            container,
            "delete " + documents.size() + " documents",
            Flux.fromIterable(documents)
                .flatMap(
                    document ->
                        Mono.defer(() -> one(container, document)).retryWhen(CosmosReads.PATIENTLY),
                    AT_A_TIME)
                .count());
    return deleted == null ? 0 : deleted;
  }

  /** Nothing where it is gone already. */
  private Mono<Boolean> one(Container container, Document document) {
    return reads
        .in(container)
        .deleteItem(document.id(), key(document))
        .map(answer -> true)
        .onErrorResume(
            CosmosException.class,
            e ->
                e.getStatusCode() == 404 && e.getSubStatusCode() == 0
                    ? Mono.empty()
                    : Mono.error(e));
  }

  private static PartitionKey key(Document document) {
    try {
      return Keys.of(Item.of(document).partition());
    } catch (Item.Impossible e) {
      throw new StoreException(
          "The document %s of %s cannot be deleted: %s"
              .formatted(document.id(), document.container().title(), e.getMessage()),
          e);
    }
  }
}
