package io.vigil.feed.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.vigil.feed.access.Unauthorised;
import io.vigil.store.StoreException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every error as a problem (RFC 9457). What went wrong inside is logged and not told, because it
 * may name places and people.
 */
public final class Problems implements FeedModule {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/problem+json";
  private static final Map<Integer, String> KNOWN =
      Map.of(
          404, "There is nothing at this address; /openapi.json says what there is",
          405, "This address does not take this method; /openapi.json says which it takes",
          413, "The body is longer than 1,048,576 bytes");

  @Override
  public void register(JavalinConfig config) {
    config.routes.exception(Refusal.class, (e, to) -> tell(to, e.status(), e.getMessage()));
    config.routes.exception(
        Unauthorised.class,
        (e, to) -> {
          to.header("WWW-Authenticate", "Bearer");
          tell(to, 401, e.getMessage());
        });
    config.routes.exception(
        HttpResponseException.class,
        (e, to) -> tell(to, e.getStatus(), KNOWN.getOrDefault(e.getStatus(), "It is refused")));
    config.routes.exception(
        StoreException.class,
        (e, to) -> {
          LOG.warn("{} {} could not be answered: {}", to.method(), to.path(), e.getMessage());
          tell(to, 503, "The store does not answer; try again in some seconds");
        });
    config.routes.exception(
        Exception.class,
        (e, to) -> {
          LOG.error("{} {} failed", to.method(), to.path(), e);
          tell(to, 500, "This failed inside of the feed, which has logged why");
        });
  }

  private static void tell(Context to, int status, String detail) {
    send(to, status, problem(status, detail));
  }

  /** Answers with a problem. */
  public static void send(Context to, int status, ObjectNode problem) {
    to.status(status)
        .result(problem.toString())
        .contentType(TYPE)
        .header("Cache-Control", "no-store");
  }

  /** A problem's body, to which more can be added. */
  public static ObjectNode problem(int status, String detail) {
    return JSON.createObjectNode()
        .put("type", "about:blank")
        .put("title", HttpStatus.forStatus(status).getMessage())
        .put("status", status)
        .put("detail", detail);
  }
}
