package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import io.vigil.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Reads patiently: what may pass is tried again for some seconds, a query from the page at which it
 * failed.
 */
final class CosmosReads {
  private static final int PAGE = 1000;
  static final Retry PATIENTLY =
      Retry.backoff(8, Duration.ofMillis(100))
          .maxBackoff(Duration.ofSeconds(5))
          .filter(CosmosReads::mayPass)
          .onRetryExhaustedThrow((spec, signal) -> signal.failure());

  private final CosmosAccount account;
  private final CosmosAsyncDatabase database;

  CosmosReads(CosmosAccount account, CosmosAsyncDatabase database) {
    this.account = account;
    this.database = database;
  }

  CosmosAsyncContainer in(Container container) {
    return database.getContainer(container.title());
  }

  /** Hands on what a query finds, page by page. */
  <T extends JsonNode> void each(
      Container container,
      SqlQuerySpec query,
      CosmosQueryRequestOptions options,
      Class<T> type,
      Consumer<T> consumer) {
    String continuation = null;
    do {
      String from = continuation;
      FeedResponse<T> page =
          patiently(
              container,
              "query " + query.getQueryText(),
              Mono.defer(
                  () -> in(container).queryItems(query, options, type).byPage(from, PAGE).next()));
      if (page == null) {
        return;
      }
      page.getResults().forEach(consumer);
      continuation = page.getContinuationToken();
    } while (continuation != null);
  }

  /** One document's item. */
  Optional<ObjectNode> item(Container container, String id, PartitionKey key) {
    return Optional.ofNullable(
        patiently(
            container,
            "read " + id,
            in(container)
                .readItem(id, key, ObjectNode.class)
                .map(CosmosItemResponse::getItem)
                .onErrorResume(CosmosException.class, CosmosReads::absent)));
  }

  /** Nothing is there; unless it is the container that is missing, or a replica that is behind. */
  private static Mono<ObjectNode> absent(CosmosException notFound) {
    return notFound.getStatusCode() == 404 && notFound.getSubStatusCode() == 0
        ? Mono.empty()
        : Mono.error(notFound);
  }

  /**
   * Waits for an answer.
   *
   * @return null where there is none
   * @throws StoreException saying what was tried, what came back and what to do
   */
  <T> T patiently(Container container, String what, Mono<T> answer) {
    try {
      return answer.retryWhen(PATIENTLY).block();
    } catch (RuntimeException e) {
      throw failed(container, what, e);
    }
  }

  StoreException failed(Container container, String what, RuntimeException cause) {
    return new StoreException(
        "%s, %s: %s: %s"
            .formatted(
                SharedClient.place(account),
                container.title(),
                what,
                CosmosFaults.explain(cause, account)),
        cause);
  }

  private static boolean mayPass(Throwable error) {
    return error instanceof CosmosException refused
        && CosmosAnswer.of(Step.READ, refused.getStatusCode(), refused.getSubStatusCode()).verdict()
            == CosmosAnswer.Verdict.RETRY;
  }
}
