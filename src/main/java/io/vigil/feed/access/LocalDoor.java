package io.vigil.feed.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import io.vigil.feed.web.RequestBody;
import java.net.URI;
import java.util.Set;

/**
 * The way in on this machine: {@code POST /session} takes the token, which the address of the page
 * carries behind {@code #}, where no server and no log sees it. A page of somebody else's, and a
 * name that somebody else lets point to this machine, are kept out.
 */
public final class LocalDoor implements FeedModule {
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private final LocalAccess access;

  public LocalDoor(LocalAccess access) {
    this.access = access;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.before(new OwnName(HOSTS));
    config.routes.before(LocalDoor::checkOrigin);
    config.routes.post("/session", this::enter);
  }

  /** Cookies know no ports: two feeds on one machine must not take each other's. */
  static String cookie(Context context) {
    return "vigil-" + context.req().getLocalPort();
  }

  private void enter(Context to) {
    ObjectNode body = RequestBody.read(to, Set.of("token"));
    String session =
        access
            .enter(body.path("token").asText())
            .orElseThrow(
                () ->
                    new Unauthorised(
                        "This token is not known or was used; start the feed again for a new one"));
    Actor.note(to, LocalAccess.SUBJECT);
    Cookie cookie = new Cookie(cookie(to), session);
    cookie.setHttpOnly(true);
    cookie.setPath("/");
    cookie.setSameSite(SameSite.STRICT);
    to.cookie(cookie);
    to.status(204);
  }

  private static void checkOrigin(Context asked) {
    String origin = asked.header("Origin");
    if (origin != null && !authority(origin).equalsIgnoreCase(asked.header("Host"))) {
      throw new Refusal(403, "This request comes from a page that is not the feed's");
    }
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
