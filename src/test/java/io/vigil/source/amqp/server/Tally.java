package io.vigil.source.amqp.server;

/** Counts while the server runs. */
final class Tally {
  long connections;
  long openConnections;
  long linksOpened;
  long messagesDelivered;
  long messagesStored;
  long sendsRefused;
  long managementCalls;
  long tokens;

  Counters toCounters() {
    return new Counters(
        connections,
        openConnections,
        linksOpened,
        messagesDelivered,
        messagesStored,
        sendsRefused,
        managementCalls,
        tokens);
  }
}
