package io.vigil.feed.api;

import io.javalin.config.JavalinConfig;
import io.vigil.feed.web.FeedModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What everybody may read: the description of the API, and the page, which holds nothing. */
public final class StaticRoutes implements FeedModule {
  private static final Map<String, String> FILES =
      Map.of(
          "/openapi.json", "application/json",
          "/index.html", "text/html; charset=utf-8",
          "/feed.js", "text/javascript; charset=utf-8");

  @Override
  public void register(JavalinConfig config) {
    FILES.forEach((path, type) -> serve(config, path, path, type));
    serve(config, "/", "/index.html", FILES.get("/index.html"));
  }

  private static void serve(JavalinConfig config, String path, String file, String type) {
    byte[] bytes = bytes(file.substring(1));
    config.routes.get(path, to -> to.result(bytes).contentType(type));
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
