package io.vigil.feed.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.FeedModule;
import java.time.Instant;

/** Who asks, as the feed knows them. */
public final class MeRoutes implements FeedModule {

  @Override
  public void register(JavalinConfig config) {
    config.routes.get("/v1/me", MeRoutes::me);
  }

  private static void me(Context to) {
    Viewer viewer = Asking.viewer(to);
    ObjectNode answer = Json.object().put("subject", viewer.subject());
    ArrayNode roles = answer.putArray("roles");
    viewer.roles().stream().sorted().forEach(role -> roles.add(role.name()));
    // Who started the feed of this machine may stay for as long as it runs.
    answer.put("until", viewer.until().equals(Instant.MAX) ? null : viewer.until().toString());
    Json.send(to, answer);
  }
}
