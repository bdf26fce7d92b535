package io.vigil.store.cosmos.server.sql;

/** A query that is wrong, or more than is served here. */
public final class NotServed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotServed(String message) {
    super(message, null, false, false);
  }
}
