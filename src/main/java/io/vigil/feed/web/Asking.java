package io.vigil.feed.web;

import io.javalin.http.Context;
import io.vigil.feed.access.Viewer;

/** Who asks, once that is known. */
public final class Asking {
  private static final String VIEWER = "viewer";

  /**
   * Who asks.
   *
   * @throws IllegalStateException where a route lies outside of what is guarded
   */
  public static Viewer viewer(Context context) {
    Viewer viewer = context.attribute(VIEWER);
    if (viewer == null) {
      throw new IllegalStateException(context.path() + " is answered without asking who asks");
    }
    return viewer;
  }

  static void set(Context context, Viewer viewer) {
    context.attribute(VIEWER, viewer);
  }

  private Asking() {}
}
