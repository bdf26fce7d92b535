package io.vigil.feed.access;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/** An access that can be asked again, for those who listen for longer than a request. */
public interface LastingAccess extends Access {

  /**
   * Who listens, to be asked whenever something is about to be told them.
   *
   * @return the viewer as they may see now; nobody from when they were signed out or must show anew
   *     who they are
   * @throws Unauthorised where that is not known
   */
  Supplier<Optional<Viewer>> lasting(Context context);
}
