package io.vigil.feed.access;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Asks once a request who it is from, counts it against what they may ask, and remembers them for
 * whatever looks at the request later.
 */
public final class KnownViewers implements Access {
  private static final String VIEWER = "vigil.viewer";

  private final Access access;
  private final RateLimits limits;

  /**
   * @param access that knows who asks
   * @param limits of how often they may
   */
  public KnownViewers(Access access, RateLimits limits) {
    this.access = access;
    this.limits = limits;
  }

  @Override
  public Viewer of(Context context) {
    Optional<Viewer> known = known(context);
    if (known.isPresent()) {
      return known.get();
    }
    Viewer viewer = access.of(context);
    Actor.note(context, viewer.subject());
    limits.count(viewer, context);
    context.attribute(VIEWER, viewer);
    return viewer;
  }

  /** Who a request is from, if it was asked and they were let in. */
  public static Optional<Viewer> known(Context context) {
    return Optional.ofNullable(context.attribute(VIEWER));
  }
}
