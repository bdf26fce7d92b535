package io.vigil.window;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts of how many participants something came lately: in this span and in the whole one before.
 * One thread adds, any reads.
 */
final class ActiveParticipants {
  private final long spanMillis;
  private Set<String> before = new HashSet<>();
  private Set<String> now = new HashSet<>();
  private long current;
  private volatile Seen seen = new Seen(0, 0);

  /** How many there were when something came last. */
  private record Seen(int count, long at) {}

  /**
   * @param spanMillis how long a span is
   */
  ActiveParticipants(long spanMillis) {
    this.spanMillis = spanMillis;
  }

  /** Something came of somebody. */
  void add(String participantId, long millis) {
    long span = millis / spanMillis;
    boolean turned = span != current;
    if (turned) {
      before = span == current + 1 ? now : new HashSet<>();
      now = new HashSet<>();
      current = span;
    }
    boolean more = now.add(participantId) && !before.contains(participantId);
    int count = turned ? before.size() + (more ? 1 : 0) : seen.count() + (more ? 1 : 0);
    seen = new Seen(count, millis);
  }

  /** How many there are. */
  int count(long millis) {
    Seen last = seen;
    return millis - last.at() < 2 * spanMillis ? last.count() : 0;
  }
}
