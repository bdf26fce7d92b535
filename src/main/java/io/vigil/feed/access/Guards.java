package io.vigil.feed.access;

import io.javalin.config.JavalinConfig;
import io.vigil.feed.web.FeedModule;

/**
 * What comes before every answer, whoever asks: headers, how often an address may ask, and no
 * tokens in addresses. Registered before everything else, so that nothing is answered without.
 */
public final class Guards implements FeedModule {
  private final SecurityHeaders headers;
  private final RateLimits limits;

  /**
   * @param https whether browsers reach the feed by it
   */
  public Guards(boolean https, RateLimits limits) {
    this.headers = new SecurityHeaders(https);
    this.limits = limits;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.before(headers);
    config.routes.before(limits);
    config.routes.before(new NoTokenInQuery());
  }
}
