package io.vigil.store.cosmos;

import com.azure.cosmos.models.CosmosChangeFeedRequestOptions;
import com.azure.cosmos.models.FeedRange;
import com.azure.cosmos.models.FeedResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore.Changes;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The change feed, asked for when somebody wants to know. */
final class CosmosChanges {
  private final CosmosReads reads;

  CosmosChanges(CosmosReads reads) {
    this.reads = reads;
  }

  /** Changes after a continuation; an empty one is the beginning. */
  Changes after(Container container, String continuation, int most) {
    List<Document> changed = new ArrayList<>();
    String from = continuation;
    while (changed.size() < most) {
      FeedResponse<ObjectNode> page = page(container, from, most - changed.size());
      if (page == null) {
        return new Changes(changed, from, false);
      }
      from = page.getContinuationToken();
      if (page.getResults().isEmpty()) {
        return new Changes(changed, from, false);
      }
      page.getResults().forEach(item -> changed.add(StoredItem.document(container, item)));
    }
    return new Changes(changed, from, true);
  }

  private FeedResponse<ObjectNode> page(Container container, String from, int most) {
    return reads.patiently(
        container,
        "read changes",
        Mono.defer(
            () ->
                reads
                    .in(container)
                    .queryChangeFeed(options(from).setMaxItemCount(most), ObjectNode.class)
                    .byPage()
                    .next()));
  }

  private static CosmosChangeFeedRequestOptions options(String from) {
    return from.isEmpty()
        ? CosmosChangeFeedRequestOptions.createForProcessingFromBeginning(FeedRange.forFullRange())
        : CosmosChangeFeedRequestOptions.createForProcessingFromContinuation(from);
  }
}
