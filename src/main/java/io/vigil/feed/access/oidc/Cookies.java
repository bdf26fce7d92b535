package io.vigil.feed.access.oidc;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;

/**
 * The feed's cookies. Over https their names begin with {@code __Host-}, by which browsers take
 * them from this host alone; only a feed on this machine does without.
 */
final class Cookies {
  static final String SESSION = "vigil-session";
  static final String SIGN_IN = "vigil-sign-in";

  /** The one that the page can read, to send it back in a header. */
  static final String PROOF = "vigil-csrf";

  private final boolean https;

  Cookies(boolean https) {
    this.https = https;
  }

  /** A cookie's value, or null. */
  String read(Context context, String name) {
    return context.cookie(named(name));
  }

  /** Sets one that scripts cannot read. Lax, because people come to the feed by links too. */
  void hide(Context context, String name, String value, Duration kept) {
    set(context, name, value, kept, true, SameSite.LAX);
  }

  /** Sets one that the page reads, and that no other site's requests carry. */
  void show(Context context, String name, String value, Duration kept) {
    set(context, name, value, kept, false, SameSite.STRICT);
  }

  /** Takes one back. */
  void remove(Context context, String name) {
    set(context, name, "", Duration.ZERO, true, SameSite.LAX);
  }

  /** Under what name the browser has it. */
  String named(String name) {
    return https ? "__Host-" + name : name;
  }

  private void set(
      Context context, String name, String value, Duration kept, boolean hidden, SameSite sites) {
    int seconds = (int) kept.toSeconds();
    context.cookie(new Cookie(named(name), value, "/", seconds, https, hidden, null, sites));
  }
}
