package io.vigil.store.cosmos.server;

/** Session tokens: {@code range:0#lsn}, how far a client has seen a partition. */
final class Sessions {

  /** Tells a client how far the partition is, and which container it was that answered. */
  static Reply told(Reply reply, DocumentContainer container, Partition partition) {
    return reply
        .with("x-ms-session-token", partition.id() + ":0#" + partition.lsn())
        .with("lsn", "" + partition.lsn())
        .with("x-ms-documentdb-partitionkeyrangeid", partition.id())
        .with("x-ms-alt-content-path", container.link())
        .with("x-ms-content-path", container.rid());
  }

  /**
   * Looks whether the partition is as far as the client has seen it.
   *
   * @throws Refused 404/1002 if not; 400 if it cannot be told
   */
  static void await(Request request, Partition partition) {
    String token = request.header("x-ms-session-token").orElse("");
    if (token.isEmpty() || !token.startsWith(partition.id() + ":")) {
      return;
    }
    String[] parts = token.substring(partition.id().length() + 1).split("#");
    if (parts.length < 2 || token.contains(",")) {
      throw Refused.badRequest("The session token provided '" + token + "' is invalid");
    }
    if (Long.parseLong(parts[1]) > partition.lsn()) {
      throw new Refused(404, 1002, "The read session is not available for the input session token");
    }
  }

  private Sessions() {}
}
