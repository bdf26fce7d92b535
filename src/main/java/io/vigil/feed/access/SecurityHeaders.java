package io.vigil.feed.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells browsers to refuse: scripts and styles that are not files of the feed,
 * frames around it, guesses at types, and telling others where somebody came from.
 *
 * <p>Because of {@code no-referrer} a form sends {@code Origin: null}; the page asks by {@code
 * fetch}, which sends its origin all the same.
 */
public final class SecurityHeaders implements Handler {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private final Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param https whether browsers reach the feed by it, and must never try another way again
   */
  public SecurityHeaders(boolean https) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Frame-Options", "DENY");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    // Static files say for themselves how long they may be kept.
    headers.put("Cache-Control", "no-store");
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
  }

  @Override
  public void handle(Context request) {
    headers.forEach(request::header);
  }
}
