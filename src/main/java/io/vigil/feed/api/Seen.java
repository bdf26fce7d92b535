package io.vigil.feed.api;

import io.vigil.feed.access.Viewer;
import io.vigil.feed.board.AlertRow;
import io.vigil.feed.web.Refusal;

/**
 * What somebody may see. What they may not see is not there for them: 404 and never 403, so that
 * nobody learns who is watched over.
 */
final class Seen {

  static boolean by(Viewer viewer, AlertRow alert) {
    return viewer.maySee(alert.participantId())
        || alert.type().technical() && viewer.maySeeTechnical();
  }

  static Refusal noSuchPerson() {
    return new Refusal(404, "There is no such person; GET /v1/people says who there is");
  }

  static Refusal noSuchAlert() {
    return new Refusal(404, "There is no such alert; GET /v1/alerts says which there are");
  }

  private Seen() {}
}
