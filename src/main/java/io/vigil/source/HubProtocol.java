package io.vigil.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a hub is spoken to. */
public enum HubProtocol {
  /** By the Kafka endpoint, which hubs of the Basic tier do not have. */
  KAFKA,
  /** By AMQP, the protocol of Event Hubs' own. */
  AMQP;

  /** All names, for messages. */
  public static final String NAMES = "kafka, amqp";

  /** The protocol written so, in exactly this case. */
  public static Optional<HubProtocol> named(String text) {
    return Arrays.stream(values()).filter(protocol -> protocol.toString().equals(text)).findFirst();
  }

  /** As settings write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
