package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.StatusWord;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts somebody wants to see.
 *
 * @param status they may have
 * @param participants whose; empty for everybody's
 * @param type of them; empty for all
 * @param technical whether those for operators are among them
 * @param replay whether those of a replay are among them
 */
record AlertFilter(
    StatusWord status,
    Set<String> participants,
    Optional<AlertType> type,
    boolean technical,
    boolean replay) {

  AlertFilter {
    participants = Set.copyOf(participants);
  }

  /** Whether it is wanted. */
  boolean shows(Alert alert) {
    return asksFor(alert) && !leavesOutAsTechnical(alert) && !leavesOutAsReplay(alert);
  }

  /** Whether it would be wanted, were technical and replayed ones wanted. */
  boolean asksFor(Alert alert) {
    return status.has(alert.status())
        && (participants.isEmpty() || participants.contains(alert.key().participantId()))
        && (type.isEmpty() || type.get() == alert.key().type());
  }

  /** Whoever names a technical type wants to see it. */
  boolean leavesOutAsTechnical(Alert alert) {
    return alert.key().type().technical() && !technical && type.isEmpty();
  }

  boolean leavesOutAsReplay(Alert alert) {
    return alert.origin().replay() && !replay;
  }
}
