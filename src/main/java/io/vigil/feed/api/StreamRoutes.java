package io.vigil.feed.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.access.audit.Audited;
import io.vigil.feed.stream.Streams;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stream. A browser that comes back sends {@code Last-Event-ID}; who comes with a number of
 * their own for the first time gives it as {@code after}.
 */
public final class StreamRoutes implements FeedModule {
  private final Streams streams;
  private final Function<Context, Supplier<Optional<Viewer>>> listening;

  /**
   * @param listening who listens, to be asked for as long as they do
   */
  public StreamRoutes(Streams streams, Function<Context, Supplier<Optional<Viewer>>> listening) {
    this.streams = streams;
    this.listening = listening;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/stream", this::open);
  }

  private void open(Context to) throws IOException {
    String header = to.header("Last-Event-ID");
    String last = header == null || header.isEmpty() ? to.queryParam("after") : header;
    CompletableFuture<Void> end =
        streams
            .open(to.req(), to.res(), listening.apply(to), Audited.listening(to), number(last))
            .orElseThrow(
                () -> new Refusal(503, "Too many listen already; try again in some seconds"));
    to.future(() -> end);
  }

  private static OptionalLong number(String last) {
    if (last == null) {
      return OptionalLong.empty();
    }
    if (last.matches("[0-9]{1,18}")) {
      return OptionalLong.of(Long.parseLong(last));
    }
    throw new Refusal(400, "Last-Event-ID (or after) is none, expected the id of an event");
  }
}
