package io.vigil.feed.access;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.vigil.feed.web.FeedModule;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * What comes before every answer, whoever asks: headers, how often an address may ask, and no
 * tokens in addresses. Registered before everything else, so that nothing is answered without.
 */
public final class Guards implements FeedModule {
  private final SecurityHeaders headers;
  private final RateLimits limits;
  private final Handler name;

  /**
   * @param https whether browsers reach the feed by it
   */
  public Guards(boolean https, RateLimits limits) {
    this(https, limits, any -> {});
  }

  private Guards(boolean https, RateLimits limits, Handler name) {
    this.headers = new SecurityHeaders(https);
    this.limits = limits;
    this.name = name;
  }

  /** Those of a feed that browsers reach by one address, and that answers to no other name. */
  public static Guards of(URI publicUrl, RateLimits limits) {
    return new Guards(
        publicUrl.getScheme().equals("https"),
        limits,
        new OwnName(Set.of(publicUrl.getHost().toLowerCase(Locale.ROOT))));
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.before(headers);
    config.routes.before(limits);
    config.routes.before(name);
    config.routes.before(new NoTokenInQuery());
  }
}
