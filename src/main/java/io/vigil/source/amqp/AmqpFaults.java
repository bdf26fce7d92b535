package io.vigil.source.amqp;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.core.exception.AzureException;
import io.vigil.source.HubAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import reactor.core.Exceptions;

/** Tells the faults of a hub apart, and says them in words. */
public final class AmqpFaults {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

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

  /** Whether trying again cannot help: not that, but somebody must do something. */
  public static boolean isFatal(Throwable fault) {
    Throwable root = unwrap(fault);
    return root instanceof AmqpException amqp
        ? FATAL.contains(amqp.getErrorCondition())
        // So the client says that a request or a setting was refused.
        : root instanceof IllegalArgumentException || root instanceof UnsupportedOperationException;
  }

  /** Whether the namespace only asks to go more slowly. */
  public static boolean isThrottled(Throwable fault) {
    return unwrap(fault) instanceof AmqpException amqp
        && amqp.getErrorCondition() == AmqpErrorCondition.SERVER_BUSY_ERROR;
  }

  /**
   * What was tried, what came back and what to do, in one line without secrets.
   *
   * <p>Where the client says no more than that no answer came, the way to the hub is gone again to
   * see where it ends, which may take up to ten seconds.
   */
  public static String explain(Throwable fault, HubAddress hub) {
    return place(hub) + ": " + of(fault, hub);
  }

  /** The protocol and the hub, with which every message begins. */
  static String place(HubAddress hub) {
    return "Event Hubs (amqp) " + hub;
  }

  /** What came back and what to do. */
  static AmqpFault of(Throwable fault, HubAddress hub) {
    Throwable root = unwrap(fault);
    if (root instanceof TimeoutException) {
      return AmqpDoor.of(hub)
          .knock(PATIENCE)
          .orElse(
              new AmqpFault(
                  false,
                  "AMQP is spoken there, but no answer came in time",
                  "it is tried again; if it stays so, look at the service's health"));
    }
    return AmqpWords.of(root, isFatal(root), hub);
  }

  /** The fault itself, without what Reactor and the client wrap around it. */
  static Throwable unwrap(Throwable fault) {
    Throwable root = Exceptions.unwrap(fault);
    while (root.getCause() != null && !(root instanceof AzureException)) {
      root = root.getCause();
    }
    return root;
  }

  private AmqpFaults() {}
}
