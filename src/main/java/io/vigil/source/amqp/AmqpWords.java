package io.vigil.source.amqp;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.core.exception.ClientAuthenticationException;
import io.vigil.source.HubAddress;
import java.util.Locale;
import java.util.Objects;

/** Says in words what a hub answered, and what to do about it. */
final class AmqpWords {
  private static final String AGAIN =
      "it is tried again; if it stays so, look at the service's health";

  static AmqpFault of(Throwable fault, boolean fatal, HubAddress hub) {
    String said = said(fault, hub);
    if (fault instanceof AmqpException amqp && amqp.getErrorCondition() != null) {
      return of(amqp.getErrorCondition(), fatal, said, hub);
    }
    if (fault instanceof ClientAuthenticationException) {
      return new AmqpFault(
          fatal,
          "no token of Entra ID (" + said + ")",
          "sign in (az login), give the machine an identity, or set a connection string");
    }
    return fatal
        ? new AmqpFault(true, said, "correct the settings")
        : new AmqpFault(false, said, AGAIN);
  }

  private static AmqpFault of(
      AmqpErrorCondition condition, boolean fatal, String said, HubAddress hub) {
    return switch (condition) {
      case UNAUTHORIZED_ACCESS ->
          said.contains("claim")
              ? fault(
                  fatal,
                  "no permission",
                  said,
                  "give the key the claim that is named, or the identity the role Azure Event Hubs "
                      + "Data Receiver (to read) or Sender (to publish)")
              : fault(
                  fatal,
                  "the key or identity is refused",
                  said,
                  "copy the connection string from the portal again: was the key renewed?");
      case NOT_FOUND ->
          said.toLowerCase(Locale.ROOT).contains("consumergroup")
              ? fault(
                  fatal,
                  "the consumer group is unknown",
                  said,
                  "create it in the hub, or read by $Default (the only one on the Basic tier)")
              : fault(
                  fatal,
                  "the hub is unknown",
                  said,
                  "create the hub " + hub.hub() + " or correct its name");
      case LINK_STOLEN ->
          fault(
              fatal,
              "a reader of a higher owner level took the partition over",
              said,
              "stop the other job that reads by this consumer group, or give this one a higher owner"
                  + " level");
      case RESOURCE_LIMIT_EXCEEDED ->
          fault(
              fatal,
              "too many readers or too much of something else",
              said,
              "give Vigil a consumer group of its own: a partition takes five readers a group");
      case ARGUMENT_ERROR, ARGUMENT_OUT_OF_RANGE_ERROR ->
          said.contains("is invalid")
              ? fault(
                  fatal,
                  "there is no such position or partition",
                  said,
                  "was the hub made anew? Then start without the old checkpoint; otherwise correct "
                      + "the start position")
              : fault(fatal, "a request was refused", said, "correct the settings");
      case SERVER_BUSY_ERROR ->
          fault(
              fatal,
              "the namespace is throttled",
              said,
              "it goes on more slowly; more throughput units end it");
      case LINK_PAYLOAD_SIZE_EXCEEDED ->
          fault(
              fatal,
              "the message is too large",
              said,
              "put fewer samples into a message: the Basic tier takes 256 KB, others 1 MB");
      case ENTITY_DISABLED_ERROR ->
          fault(fatal, "the hub is disabled", said, "enable it in the portal");
      default ->
          fault(fatal, condition.getErrorCondition(), said, fatal ? "correct the settings" : AGAIN);
    };
  }

  private static AmqpFault fault(boolean fatal, String inShort, String said, String advice) {
    return new AmqpFault(fatal, inShort + " (" + said + ")", advice);
  }

  /** What the client said, on one line, without its inner state and without secrets. */
  private static String said(Throwable fault, HubAddress hub) {
    String text =
        Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName())
            .replaceFirst("(?s),? *errorContext\\[.*", "")
            .replaceFirst("^status-code: \\d+, status-description: ", "")
            .replaceAll("\\s+", " ")
            .strip();
    return Unsaid.withoutSecrets(text, hub);
  }

  private AmqpWords() {}
}
