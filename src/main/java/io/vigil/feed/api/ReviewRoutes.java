package io.vigil.feed.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.vigil.feed.access.Role;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.web.Asking;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;

/** The windows that a person should label: none, until the job learns from people. */
public final class ReviewRoutes implements FeedModule {

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(
        "/v1/review",
        to -> {
          Viewer viewer = Asking.viewer(to);
          if (!viewer.is(Role.REVIEWER) && !viewer.is(Role.ADMIN)) {
            throw new Refusal(403, "The queue is for reviewers");
          }
          ObjectNode answer = Json.object();
          answer.putArray("windows");
          Json.send(to, answer.put("note", "Nothing is put up for review yet"));
        });
  }
}
