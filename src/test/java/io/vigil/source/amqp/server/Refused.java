package io.vigil.source.amqp.server;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/** A request is answered by an error. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String condition;

  Refused(String condition, String description) {
    super(description);
    this.condition = condition;
  }

  ErrorCondition toCondition() {
    return new ErrorCondition(Symbol.valueOf(condition), getMessage());
  }

  /** The status of a reply on {@code $cbs} and {@code $management}, after HTTP's. */
  int status() {
    return switch (condition) {
      case Names.UNAUTHORIZED -> 401;
      case Names.NOT_FOUND -> 404;
      case Names.SERVER_BUSY -> 503;
      default -> 400;
    };
  }
}
