package io.vigil.source.amqp.server;

import org.apache.qpid.proton.amqp.Symbol;

/** Words of the protocol that Event Hubs speaks on top of AMQP. */
final class Names {
  static final String CBS = "$cbs";
  static final String MANAGEMENT = "$management";

  static final Symbol SEQUENCE_NUMBER = Symbol.valueOf("x-opt-sequence-number");
  static final Symbol OFFSET = Symbol.valueOf("x-opt-offset");
  static final Symbol ENQUEUED_TIME = Symbol.valueOf("x-opt-enqueued-time");
  static final Symbol PARTITION_KEY = Symbol.valueOf("x-opt-partition-key");

  static final Symbol SELECTOR = Symbol.valueOf("apache.org:selector-filter:string");
  static final Symbol OWNER_LEVEL = Symbol.valueOf("com.microsoft:epoch");
  static final Symbol RUNTIME_METRIC =
      Symbol.valueOf("com.microsoft:enable-receiver-runtime-metric");

  static final String ARGUMENT_ERROR = "com.microsoft:argument-error";
  static final String ARGUMENT_OUT_OF_RANGE = "com.microsoft:argument-out-of-range";
  static final String SERVER_BUSY = "com.microsoft:server-busy";
  static final String NOT_FOUND = "amqp:not-found";
  static final String UNAUTHORIZED = "amqp:unauthorized-access";
  static final String RESOURCE_LIMIT = "amqp:resource-limit-exceeded";
  static final String STOLEN = "amqp:link:stolen";
  static final String TOO_LARGE = "amqp:link:message-size-exceeded";

  /** What a batch of events is sent as. */
  static final int BATCH_FORMAT = 0x80013700;

  private Names() {}
}
