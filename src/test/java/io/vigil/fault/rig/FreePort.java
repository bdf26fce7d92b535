package io.vigil.fault.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Ports for processes that must know theirs before they open it: from below those that the system
 * gives to outgoing connections, which could take one in between.
 */
final class FreePort {
  private static final SecureRandom RANDOM = new SecureRandom();

  static int next() {
    while (true) {
      int port = 10_000 + RANDOM.nextInt(9_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (java.net.BindException taken) {
        // Another one, then.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private FreePort() {}
}
