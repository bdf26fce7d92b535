package io.vigil.feed.access;

import io.javalin.http.Context;

/** Says who asks. */
@FunctionalInterface
public interface Access {

  /**
   * Who asks.
   *
   * @throws Unauthorised where that is not known
   */
  Viewer of(Context context);
}
