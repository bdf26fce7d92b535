package io.vigil.store.cosmos;

/**
 * What came back for an attempt.
 *
 * @param status of HTTP; 0 where nothing came back
 * @param subStatus of Cosmos DB, or 0
 * @param charge in request units
 * @param retryAfterMillis how long the server asks us to wait, or 0
 * @param etag of the form found by {@link Step#READ}, or empty
 * @param stored where the form found by {@link Step#READ} stands
 * @param message what the server or the client says, in one line; empty where all is well
 */
record Reply(
    int status,
    int subStatus,
    double charge,
    long retryAfterMillis,
    String etag,
    Standing stored,
    String message) {

  /** No request was sent, because the document cannot be stored. */
  static Reply notSent(int status, String message) {
    return new Reply(status, 0, 0, 0, "", Standing.NONE, message);
  }

  /** Nothing came back. */
  static Reply nothing(String message) {
    return new Reply(0, 0, 0, 0, "", Standing.NONE, message);
  }

  /** The status as Microsoft's pages write it, such as {@code 404/1002}. */
  String statusText() {
    return status == 0 ? "no answer" : subStatus == 0 ? "" + status : status + "/" + subStatus;
  }
}
