package io.vigil.store.cosmos.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Session tokens: {@code range:0#lsn}, how far a client has seen a partition. */
final class Sessions {
  private static final Pattern TOKEN = Pattern.compile("(?<range>[^:]*):[-0-9]+#(?<lsn>[0-9]+).*");

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
    String said = request.header("x-ms-session-token").orElse("");
    for (String token : said.isEmpty() ? new String[0] : said.split(",", -1)) {
      Matcher matcher = TOKEN.matcher(token);
      if (!matcher.matches()) {
        throw Refused.badRequest("The session token provided '" + said + "' is invalid");
      }
      boolean here = matcher.group("range").equals(partition.id());
      if (here && Long.parseLong(matcher.group("lsn")) > partition.lsn()) {
        throw new Refused(404, 1002, "The read session is not available for the session token");
      }
    }
  }

  private Sessions() {}
}
