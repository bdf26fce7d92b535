package io.vigil.store.cosmos.server;

/** A request that gets no for an answer, with the status that says why. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int subStatus;
  private final long retryAfterMillis;

  Refused(int status, int subStatus, String message) {
    this(status, subStatus, 0, message);
  }

  private Refused(int status, int subStatus, long retryAfterMillis, String message) {
    super(message, null, false, false);
    this.status = status;
    this.subStatus = subStatus;
    this.retryAfterMillis = retryAfterMillis;
  }

  static Refused badRequest(String message) {
    return new Refused(400, 0, message);
  }

  static Refused notFound(String message) {
    return new Refused(404, 0, message);
  }

  /** What was asked for could not even be looked for: its database or container is missing. */
  static Refused ownerNotFound(String what) {
    return new Refused(404, 1003, "There is no " + what);
  }

  static Refused conflict(String message) {
    return new Refused(409, 0, message);
  }

  static Refused preconditionFailed(String message) {
    return new Refused(412, 0, message);
  }

  static Refused tooManyRequests(long retryAfterMillis) {
    return new Refused(429, 3200, retryAfterMillis, "Request rate is large");
  }

  int status() {
    return status;
  }

  int subStatus() {
    return subStatus;
  }

  /** How long to wait before asking again, or 0. */
  long retryAfterMillis() {
    return retryAfterMillis;
  }
}
