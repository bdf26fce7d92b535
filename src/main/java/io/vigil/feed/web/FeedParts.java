package io.vigil.feed.web;

import io.vigil.feed.access.Access;
import java.util.List;

/**
 * What the feed's server is put together from.
 *
 * @param host to bind to
 * @param port to bind to; 0 for a free one
 * @param access who is let in to {@code /v1}
 * @param modules everything else, in the order in which it is registered
 */
public record FeedParts(String host, int port, Access access, List<FeedModule> modules) {

  public FeedParts {
    modules = List.copyOf(modules);
  }
}
