package io.vigil.source.amqp;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import io.vigil.source.HubAddress;
import java.util.EnumSet;
import java.util.Set;
import reactor.core.Exceptions;

/** Tells the faults of a hub apart, and says them in words. */
public final class AmqpFaults {
  private static final Set<AmqpErrorCondition> FATAL =
      EnumSet.of(
          AmqpErrorCondition.ARGUMENT_ERROR,
          AmqpErrorCondition.ARGUMENT_OUT_OF_RANGE_ERROR,
          AmqpErrorCondition.NOT_FOUND,
          AmqpErrorCondition.NOT_ALLOWED,
          AmqpErrorCondition.UNAUTHORIZED_ACCESS,
          AmqpErrorCondition.LINK_STOLEN,
          AmqpErrorCondition.ENTITY_DISABLED_ERROR,
          AmqpErrorCondition.RESOURCE_LIMIT_EXCEEDED,
          AmqpErrorCondition.LINK_PAYLOAD_SIZE_EXCEEDED);

  /** Whether trying again cannot help. */
  public static boolean isFatal(Throwable fault) {
    Throwable root = unwrap(fault);
    return root instanceof AmqpException amqp
        ? FATAL.contains(amqp.getErrorCondition())
        // The client answers a refused request and a refused link so.
        : root instanceof IllegalArgumentException || root instanceof UnsupportedOperationException;
  }

  /** What was tried, what came back and what to do, in one line without secrets. */
  public static String explain(Throwable fault, HubAddress hub) {
    return "Event Hubs (amqp) " + hub + ": " + unwrap(fault).getMessage();
  }

  /** The fault itself, without what the client wraps around it. */
  static Throwable unwrap(Throwable fault) {
    Throwable root = Exceptions.unwrap(fault);
    while (root.getCause() != null
        && (Exceptions.isRetryExhausted(root) || !(root instanceof AmqpException))) {
      root = Exceptions.unwrap(root.getCause());
    }
    return root;
  }

  private AmqpFaults() {}
}
