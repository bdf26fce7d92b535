package io.vigil.store.cosmos;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosBulkItemResponse;
import com.azure.cosmos.models.CosmosItemResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import reactor.core.Exceptions;

/** Reads the client's answers. */
final class ServerReply {

  static Reply of(Attempt attempt, CosmosItemResponse<ObjectNode> response) {
    return new Reply(
        response.getStatusCode(),
        0,
        response.getRequestCharge(),
        0,
        etag(response.getETag()),
        standing(attempt, response.getItem()),
        "");
  }

  /** Of an item in a bulk: it can have failed without an exception. */
  static Reply of(Attempt attempt, CosmosBulkItemResponse response, Exception exception) {
    boolean looked = attempt.step() == Step.READ && response.isSuccessStatusCode();
    return new Reply(
        response.getStatusCode(),
        response.getSubStatusCode(),
        response.getRequestCharge(),
        millis(response.getRetryAfterDuration()),
        etag(response.getETag()),
        standing(attempt, looked ? response.getItem(ObjectNode.class) : null),
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
            Standing.NONE,
            CosmosFaults.line(refused))
        : Reply.nothing(CosmosFaults.line(error));
  }

  private static String etag(String told) {
    return told == null ? "" : told;
  }

  private static Standing standing(Attempt attempt, ObjectNode found) {
    return found == null ? Standing.NONE : Standing.stored(attempt.document().container(), found);
  }

  private static long millis(Duration duration) {
    return duration == null ? 0 : Math.max(0, duration.toMillis());
  }

  private ServerReply() {}
}
