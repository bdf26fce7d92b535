package io.vigil.source.kafka;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody who listens, but is no Kafka broker: does the same to everyone who connects. */
final class FakeListener implements AutoCloseable {

  /** What is done to one who connects, before the connection is closed. */
  interface Manner {
    void receive(Socket connection) throws IOException;
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  FakeListener(Manner manner) throws IOException {
    thread = new Thread(() -> listen(manner), "fake-listener");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen(Manner manner) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        open.add(connection);
        manner.receive(connection);
      } catch (IOException e) {
        // The other side went away, or the test is over.
      }
    }
  }

  /** This listener as a hub without TLS. */
  HubAddress hub() {
    return new HubAddress(
        "localhost",
        "sensors",
        "localhost:" + socket.getLocalPort(),
        Secret.of("Endpoint=sb://localhost;SharedAccessKey=k;UseDevelopmentEmulator=true"));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
