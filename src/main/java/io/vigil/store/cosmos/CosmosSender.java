package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.models.CosmosBulkExecutionOptions;
import com.azure.cosmos.models.CosmosBulkExecutionThresholdsState;
import com.azure.cosmos.models.CosmosBulkItemRequestOptions;
import com.azure.cosmos.models.CosmosBulkOperationResponse;
import com.azure.cosmos.models.CosmosBulkOperations;
import com.azure.cosmos.models.CosmosItemOperation;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends requests by the client: in bulk, and one by one what is large enough to fill a bulk request
 * and what has a revision of its own, which is rare.
 */
final class CosmosSender implements Sender, AutoCloseable {
  /** How requests travel. */
  enum Way {
    /** Many in one request where possible. */
    BULK,
    /** Each by itself, for servers that know no bulk. */
    ONE_BY_ONE
  }

  private static final int FILLS_A_BULK_REQUEST = 200_000;

  private final CosmosAsyncDatabase database;
  private final Replies replies;
  private final Way way;
  private final Map<Container, CosmosBulkExecutionThresholdsState> learned =
      new EnumMap<>(Container.class);
  private final Disposable.Composite underWay = Disposables.composite();

  CosmosSender(CosmosAsyncDatabase database, Replies replies, Way way) {
    this.database = database;
    this.replies = replies;
    this.way = way;
  }

  @Override
  public void send(List<Attempt> attempts) {
    Map<Container, List<CosmosItemOperation>> bulks = new EnumMap<>(Container.class);
    for (Attempt attempt : attempts) {
      try {
        Item item = Item.of(attempt.document());
        if (attempt.document().revision() == 0
            && way == Way.BULK
            && item.bytes() < FILLS_A_BULK_REQUEST) {
          bulks
              .computeIfAbsent(attempt.document().container(), unused -> new ArrayList<>())
              .add(operation(attempt, item));
        } else {
          single(attempt, item);
        }
      } catch (Item.Impossible e) {
        replies.accept(attempt, e.reply());
      }
    }
    bulks.forEach(this::bulk);
  }

  private static CosmosItemOperation operation(Attempt attempt, Item item) {
    PartitionKey key = Keys.of(item.partition());
    String id = attempt.document().id();
    return switch (attempt.step()) {
      case UPSERT -> CosmosBulkOperations.getUpsertItemOperation(item.body(), key, attempt);
      case CREATE -> CosmosBulkOperations.getCreateItemOperation(item.body(), key, attempt);
      case READ -> CosmosBulkOperations.getReadItemOperation(id, key, attempt);
      case REPLACE ->
          CosmosBulkOperations.getReplaceItemOperation(
              id,
              item.body(),
              key,
              new CosmosBulkItemRequestOptions().setIfMatchETag(attempt.etag()),
              attempt);
    };
  }

  private void bulk(Container container, List<CosmosItemOperation> operations) {
    Set<Attempt> open = ConcurrentHashMap.newKeySet();
    operations.forEach(operation -> open.add(operation.getContext()));
    CosmosBulkExecutionOptions options =
        new CosmosBulkExecutionOptions(
            learned.computeIfAbsent(container, unused -> new CosmosBulkExecutionThresholdsState()));
    subscribe(
        in(container).executeBulkOperations(Flux.fromIterable(operations), options),
        response -> {
          Attempt attempt = response.getOperation().getContext();
          if (open.remove(attempt)) {
            replies.accept(attempt, reply(attempt, response));
          }
        },
        end -> open.forEach(left -> replies.accept(left, end)));
  }

  private static Reply reply(Attempt attempt, CosmosBulkOperationResponse<?> response) {
    return response.getResponse() == null
        ? ServerReply.of(response.getException())
        : ServerReply.of(attempt, response.getResponse(), response.getException());
  }

  private void single(Attempt attempt, Item item) {
    AtomicBoolean open = new AtomicBoolean(true);
    subscribe(
        request(attempt, item).flux(),
        response -> {
          open.set(false);
          replies.accept(attempt, ServerReply.of(attempt, response));
        },
        end -> {
          if (open.get()) {
            replies.accept(attempt, end);
          }
        });
  }

  /**
   * @param onEnd what to reply to attempts that had no answer when the last one has come
   */
  private <T> void subscribe(Flux<T> answers, Consumer<T> onAnswer, Consumer<Reply> onEnd) {
    Disposable.Swap request = Disposables.swap();
    underWay.add(request);
    request.update(
        answers
            .doFinally(end -> underWay.remove(request))
            .subscribe(
                onAnswer,
                error -> onEnd.accept(ServerReply.of(error)),
                () -> onEnd.accept(Reply.nothing("no answer for it among the others"))));
  }

  private Mono<CosmosItemResponse<ObjectNode>> request(Attempt attempt, Item item) {
    CosmosAsyncContainer container = in(attempt.document().container());
    PartitionKey key = Keys.of(item.partition());
    String id = attempt.document().id();
    CosmosItemRequestOptions options = new CosmosItemRequestOptions();
    return switch (attempt.step()) {
      case UPSERT -> container.upsertItem(item.body(), key, options);
      case CREATE -> container.createItem(item.body(), key, options);
      case READ -> container.readItem(id, key, ObjectNode.class);
      case REPLACE ->
          container.replaceItem(item.body(), id, key, options.setIfMatchETag(attempt.etag()));
    };
  }

  private CosmosAsyncContainer in(Container container) {
    return database.getContainer(container.title());
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    underWay.dispose();
  }
}
