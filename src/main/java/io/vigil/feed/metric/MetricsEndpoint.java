package io.vigil.feed.metric;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;

/** Where Prometheus asks: a port of its own, which no ingress leads to. */
public final class MetricsEndpoint implements AutoCloseable {
  private final HTTPServer server;

  private MetricsEndpoint(HTTPServer server) {
    this.server = server;
  }

  /**
   * Begins to answer.
   *
   * @param host to bind to
   * @param port 0 for any free one
   * @throws IOException where it cannot listen there
   */
  public static MetricsEndpoint start(FeedMetrics metrics, String host, int port)
      throws IOException {
    return new MetricsEndpoint(
        HTTPServer.builder()
            .hostname(host)
            .port(port)
            .registry(metrics.registry())
            .buildAndStart());
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
