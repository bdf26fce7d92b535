package io.vigil.feed.web;

import io.javalin.Javalin;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;

/** The web server: what it is put together from, and nothing else. */
public final class FeedServer implements AutoCloseable {
  private static final String GUARDED = "/v1/*";

  private final Javalin server;

  private FeedServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @throws io.javalin.util.JavalinBindException where the port is taken
   */
  public static FeedServer start(FeedParts parts) {
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.http.prefer405over404 = true;
              config.http.maxRequestSize = RequestBody.MOST_BYTES;
              config.http.defaultContentType = "application/json";
              config.jetty.host = parts.host();
              config.jetty.port = parts.port();
              config.jetty.modifyHttpConfiguration(
                  http -> {
                    http.setSendServerVersion(false);
                    http.setRequestHeaderSize(16 << 10);
                  });
              new Problems().register(config);
              parts.modules().forEach(module -> module.register(config));
              config.routes.before(
                  GUARDED, context -> Asking.set(context, parts.access().of(context)));
            });
    return new FeedServer(server.start());
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** All that can be asked, as {@code GET /v1/people}. */
  public SortedSet<String> routes() {
    return server.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Takes no new connections; those that are open stay, so that they can be ended with a word. */
  public void stopListening() {
    for (Connector connector : server.jettyServer().server().getConnectors()) {
      if (connector instanceof NetworkConnector network) {
        network.close();
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
