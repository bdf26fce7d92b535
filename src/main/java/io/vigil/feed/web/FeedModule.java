package io.vigil.feed.web;

import io.javalin.config.JavalinConfig;

/** A part of the feed's server: routes, or what happens before and after them. */
@FunctionalInterface
public interface FeedModule {

  /** Adds the part. */
  void register(JavalinConfig config);
}
