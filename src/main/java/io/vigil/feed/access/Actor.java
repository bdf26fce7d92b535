package io.vigil.feed.access;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who a request was found to be from, whether they were let in then or not: for the audit trail
 * alone, since somebody who is known may still be refused.
 */
public final class Actor {
  private static final String ACTOR = "vigil.actor";

  /** Notes them. */
  public static void note(Context context, String subject) {
    context.attribute(ACTOR, subject);
  }

  /** Their subject, if it was found. */
  public static Optional<String> of(Context context) {
    return Optional.ofNullable(context.attribute(ACTOR));
  }

  private Actor() {}
}
