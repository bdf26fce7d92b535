package io.vigil.source.amqp;

import java.nio.charset.StandardCharsets;

/** Bodies of messages that say which they are. */
final class Bodies {
  static byte[] numbered(long number) {
    return ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  static byte[][] numbered(long from, long to) {
    byte[][] bodies = new byte[Math.toIntExact(to - from)][];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = numbered(from + i);
    }
    return bodies;
  }

  private Bodies() {}
}
