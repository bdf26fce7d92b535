package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosBulkItemResponse;
import com.azure.cosmos.models.CosmosItemResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import reactor.core.Exceptions;

/** Reads the client's answers. */
final class ServerReply {

  static Reply of(CosmosItemResponse<ObjectNode> response) {
    ObjectNode item = response.getItem();
    return new Reply(
        response.getStatusCode(),
        0,
        response.getRequestCharge(),
        0,
        response.getETag() == null ? "" : response.getETag(),
        item == null ? 0 : StoredItem.revision(item),
        "");
  }

  /** Of an item in a bulk: it can have failed without an exception. */
  static Reply of(CosmosBulkItemResponse response, Exception exception) {
    return new Reply(
        response.getStatusCode(),
        response.getSubStatusCode(),
        response.getRequestCharge(),
        millis(response.getRetryAfterDuration()),
        "",
        0,
        exception == null ? "" : CosmosFaults.line(exception));
  }

  static Reply of(Throwable thrown) {
    Throwable error = Exceptions.unwrap(thrown);
    return error instanceof CosmosException refused
        ? new Reply(
            refused.getStatusCode(),
            refused.getSubStatusCode(),
            refused.getRequestCharge(),
            millis(refused.getRetryAfterDuration()),
            "",
            0,
            CosmosFaults.line(refused))
        : Reply.nothing(CosmosFaults.line(error));
  }

  private static long millis(Duration duration) {
    return duration == null ? 0 : Math.max(0, duration.toMillis());
  }

  private ServerReply() {}
}
