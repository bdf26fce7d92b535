package io.vigil.store.cosmos.server;

/**
 * Lets the Java client speak to a server without TLS. The client reads the property once, when its
 * first class loads, so call this in a static initialiser before any of them; the build sets the
 * same property for the tests that it runs.
 */
public final class PlainHttp {

  /** Allows plain http. */
  public static void allow() {
    System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
    // Without it every answer waits 40 ms for the client's acknowledgement of its header.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // A client that picks a connection which the server just closed as idle would lose a write.
    System.setProperty("sun.net.httpserver.idleInterval", "600");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private PlainHttp() {}
}
