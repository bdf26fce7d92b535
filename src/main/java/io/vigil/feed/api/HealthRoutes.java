package io.vigil.feed.api;

import io.javalin.config.JavalinConfig;
import io.vigil.feed.web.FeedModule;

/**
 * Whether the feed is there, for whatever starts it again where it is not: whoever asks, by
 * whatever name. It says nothing of the job, so that a feed that could tell of the fault is left
 * running.
 */
public final class HealthRoutes implements FeedModule {

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/health", to -> Json.send(to, Json.object().put("up", true)));
  }
}
