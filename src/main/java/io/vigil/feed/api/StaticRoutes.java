package io.vigil.feed.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What everybody may read: the description of the API, and the page, which holds nothing. */
public final class StaticRoutes implements FeedModule {
  /** The page runs what the feed serves and nothing else, and sends nothing elsewhere. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  private static final List<String> PAGE =
      List.of(
          "alerts.js",
          "api.js",
          "around.js",
          "band.js",
          "card.js",
          "commands.js",
          "deliveries.js",
          "dom.js",
          "feed.css",
          "feed.js",
          "icon.svg",
          "link.js",
          "movement.js",
          "people.js",
          "review.css",
          "review.js",
          "reviewed.js",
          "sound.js",
          "stream.js",
          "told.js",
          "trace.js",
          "watch.js",
          "words.js");

  private final Map<String, byte[]> page =
      PAGE.stream()
          .collect(
              Collectors.toUnmodifiableMap(Function.identity(), name -> bytes("page/" + name)));

  @Override
  public void register(JavalinConfig config) {
    byte[] index = bytes("page/index.html");
    byte[] review = bytes("page/review.html");
    byte[] description = bytes("openapi.json");
    config.routes.get(
        "/",
        to -> {
          to.header("Content-Security-Policy", POLICY);
          send(to, "index.html", index);
        });
    config.routes.get(
        "/review",
        to -> {
          to.header("Content-Security-Policy", POLICY);
          send(to, "review.html", review);
        });
    config.routes.get("/openapi.json", to -> send(to, "openapi.json", description));
    config.routes.get("/page/{file}", this::file);
    config.routes.get("/alerts/{id}", StaticRoutes::leadToAlert);
  }

  /** Messages hold such a link. The page asks for the alert, once it is known who opened it. */
  private static void leadToAlert(Context to) {
    String id = URLEncoder.encode(to.pathParam("id"), StandardCharsets.UTF_8);
    to.redirect("/#alert=" + id, HttpStatus.SEE_OTHER);
  }

  private void file(Context to) {
    String name = to.pathParam("file");
    byte[] bytes = page.get(name);
    if (bytes == null) {
      throw new Refusal(404, "The page has no such file; load it anew");
    }
    send(to, name, bytes);
  }

  /** Asked for anew each time: a page of another version than its scripts may show nothing. */
  private static void send(Context to, String name, byte[] bytes) {
    to.result(bytes)
        .contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
        .header("Cache-Control", "no-cache")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static byte[] bytes(String name) {
    try (InputStream file = StaticRoutes.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("This build has no " + name + ", expected it in its jar");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("This build's " + name + " cannot be read", e);
    }
  }
}
