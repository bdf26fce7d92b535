package io.vigil.feed.access.audit;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.vigil.feed.access.KnownViewers;
import io.vigil.feed.access.Role;
import io.vigil.feed.access.Scope;
import io.vigil.feed.access.Unauthorised;
import io.vigil.feed.access.Viewer;
import io.vigil.feed.web.FeedModule;
import io.vigil.feed.web.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lets administrators read who saw and did what; that they did is written down too. */
final class AuditRoutes implements FeedModule {
  static final String PATH = "/v1/audit";

  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  private final AuditTrail trail;

  AuditRoutes(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.get(PATH, this::read);
  }

  private void read(Context context) throws IOException {
    Viewer viewer =
        KnownViewers.known(context).orElseThrow(() -> new Unauthorised("Nobody is signed in"));
    Scope.role(viewer, Role.ADMIN);
    String subject = context.queryParam("subject");
    String participant = context.queryParam("participant");
    String alert = context.queryParam("alert");
    List<AuditEntry> entries =
        trail.newest(
            limit(context.queryParam("limit")),
            entry ->
                (subject == null || subject.equals(entry.subject()))
                    && (participant == null || entry.participants().contains(participant))
                    && (alert == null || alert.equals(entry.alert())));
    context.json(Map.of("entries", entries));
  }

  private static int limit(String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // As one that is out of range.
    }
    throw new Refusal(400, "limit is no whole number from 1 to " + MOST);
  }
}
