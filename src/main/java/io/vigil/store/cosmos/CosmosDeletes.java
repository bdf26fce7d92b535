package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes documents out, some at a time. */
final class CosmosDeletes {
  private static final int AT_A_TIME = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** As far as a document says itself what it is spread by, its body is not needed. */
  private static PartitionKey key(Document document) {
    List<String> values = new ArrayList<>();
    for (String path : document.container().partitionKey()) {
      values.add(
          switch (path) {
            case "/participantId" -> document.participantId();
            case "/day" -> document.day();
            case "/id" -> document.id();
            default -> inBody(document, path);
          });
    }
    return Keys.of(values);
  }

  private static String inBody(Document document, String path) {
    try {
      return JSON.readTree(document.body()).path(path.substring(1)).asText();
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "The document %s of %s cannot be deleted: its body is no JSON"
              .formatted(document.id(), document.container().title()),
          e);
    }
  }
}
