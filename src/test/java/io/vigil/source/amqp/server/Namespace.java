package io.vigil.source.amqp.server;

import java.util.Map;
import java.util.TreeMap;

/** What the connections of a server share. */
final class Namespace {
  private final Map<String, Hub> hubs = new TreeMap<>();
  private final Keys keys = new Keys();
  private final Faults faults = new Faults();
  private final Tally tally = new Tally();
  private int maxMessageBytes = 1 << 20;

  void addHub(Hub hub) {
    hubs.put(hub.name(), hub);
  }

  Hub hub(String name) throws Refused {
    Hub hub = hubs.get(name);
    if (hub == null) {
      throw Hub.notFound(name);
    }
    return hub;
  }

  Iterable<Hub> hubs() {
    return hubs.values();
  }

  Keys keys() {
    return keys;
  }

  Faults faults() {
    return faults;
  }

  Tally tally() {
    return tally;
  }

  int maxMessageBytes() {
    return maxMessageBytes;
  }

  void setMaxMessageBytes(int bytes) {
    maxMessageBytes = bytes;
  }
}
