package io.vigil.source;

import io.vigil.sensor.MessageFormat;

/** How the bytes of a hub's messages are told apart. */
public enum HubFormat {
  /** JSON where the first byte is an opening brace, which no Avro batch begins with. */
  AUTO,
  /** All are JSON. */
  JSON,
  /** All are Avro batches. */
  AVRO,
  /** No samples, but people's answers to alerts, in JSON. */
  COMMANDS;

  /** The form of one message. */
  public MessageFormat of(byte[] payload) {
    return switch (this) {
      case JSON, COMMANDS -> MessageFormat.JSON;
      case AVRO -> MessageFormat.AVRO;
      // An Avro batch begins with the length of its participant's name, and { would be a negative
      // one.
      case AUTO ->
          payload.length > 0 && payload[0] == '{' ? MessageFormat.JSON : MessageFormat.AVRO;
    };
  }
}
