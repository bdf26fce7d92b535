package io.vigil.source.amqp;

import io.vigil.source.amqp.server.AmqpHubServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.connector.testframe.TestResource;

/** The tests' server as Flink's test suite starts and stops it. */
final class ServedNamespace implements TestResource {
  private final AtomicInteger hubs = new AtomicInteger();
  private AmqpHubServer server;

  @Override
  public void startUp() {
    server = server == null ? AmqpHubServer.start() : server;
  }

  /** A hub that nobody has used. */
  ServedHub newHub() {
    return new ServedHub(server, "hub-" + hubs.incrementAndGet());
  }

  @Override
  public void tearDown() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}
