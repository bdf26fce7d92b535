package io.vigil.source.amqp.server;

/** What a key allows. */
public enum Right {
  LISTEN,
  SEND
}
