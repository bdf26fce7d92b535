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
    // Before it is counted, so that a request that is one too many is known to be theirs.
    note(viewer, context);
    limits.count(viewer, context);
    return viewer;
  }

  /** Who a request was found to be from, if it was asked. */
  public static Optional<Viewer> known(Context context) {
    return Optional.ofNullable(context.attribute(VIEWER));
  }

  /** Notes who a request turned out to be from, such as somebody who signs in by it. */
  public static void note(Viewer viewer, Context context) {
    context.attribute(VIEWER, viewer);
  }
}
