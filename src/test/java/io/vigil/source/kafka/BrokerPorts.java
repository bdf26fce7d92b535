package io.vigil.source.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/** A port for each of the ways into the tests' broker. */
record BrokerPorts(Map<Listener, Integer> of) {

  /** The ways in, each with the protocol that is spoken there. */
  enum Listener {
    /** Of the controller, which the broker alone uses. */
    CONTROLLER("PLAINTEXT"),
    /** Of the broker to itself and of the tests' own administration. */
    INTERNAL("PLAINTEXT"),
    /** A connection string, not encrypted. */
    PLAIN("SASL_PLAINTEXT"),
    /** A connection string over TLS. */
    TLS("SASL_SSL"),
    /** A connection string that gives no rights of itself. */
    LIMITED("SASL_PLAINTEXT"),
    /** A token. */
    TOKEN("SASL_SSL");

    final String protocol;

    Listener(String protocol) {
      this.protocol = protocol;
    }
  }

  /**
   * Ports that nobody has now. A broker must know them before it opens them, so they come from
   * below those that the system gives to outgoing connections, which could take one in between.
   */
  static BrokerPorts free() {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    SecureRandom random = new SecureRandom();
    while (ports.size() < Listener.values().length) {
      int port = 20_000 + random.nextInt(12_000);
      if (!ports.containsValue(port) && isFree(port)) {
        ports.put(Listener.values()[ports.size()], port);
      }
    }
    return new BrokerPorts(ports);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  int internal() {
    return of.get(Listener.INTERNAL);
  }

  int plain() {
    return of.get(Listener.PLAIN);
  }

  int tls() {
    return of.get(Listener.TLS);
  }

  int limited() {
    return of.get(Listener.LIMITED);
  }

  int token() {
    return of.get(Listener.TOKEN);
  }
}
