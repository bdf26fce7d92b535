package io.vigil.cli;

import io.vigil.alert.Alert;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers alerts where nobody at the keyboard does: acknowledges what was escalated a while ago,
 * and clears what it has acknowledged itself. What somebody else took is theirs.
 */
final class DemoCaregiver {
  static final String NAME = "the demo's caregiver";

  private static final long ACKNOWLEDGES_AFTER = Duration.ofSeconds(12).toNanos() / 1000;
  private static final long CLEARS_AFTER = Duration.ofSeconds(8).toNanos() / 1000;

  private final Set<String> given = new HashSet<>();

  /**
   * The answers that are due, each once.
   *
   * @param now in microseconds since the epoch (UTC)
   */
  List<Command> due(Collection<Alert> open, long now) {
    List<Command> due = new ArrayList<>();
    for (Alert alert : open) {
      if (!alert.status().acknowledged()) {
        firstEscalation(alert)
            .filter(moment -> now - moment >= ACKNOWLEDGES_AFTER)
            .ifPresent(moment -> give(alert, CommandKind.ACK, "nobody pressed a key", now, due));
      } else if (alert.status().active()
          && alert.care().acknowledgedBy().equals(NAME)
          && now - alert.times().acknowledged() >= CLEARS_AFTER) {
        give(alert, CommandKind.CLEAR, "has looked after them", now, due);
      }
    }
    return due;
  }

  private static Optional<Long> firstEscalation(Alert alert) {
    return alert.history().kept().stream()
        .filter(entry -> entry.action().equals("escalated"))
        .map(Entry::time)
        .findFirst();
  }

  private void give(Alert alert, CommandKind kind, String why, long now, List<Command> due) {
    String id = "demo-" + kind.word() + "-" + alert.id();
    if (given.add(id)) {
      due.add(
          new Command(
              id, alert.key().participantId(), alert.id(), kind, NAME, now, why, Alert.NEVER));
    }
  }
}
