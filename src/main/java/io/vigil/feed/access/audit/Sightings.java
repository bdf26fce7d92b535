package io.vigil.feed.access.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was written of late. A page asks for the same again every few seconds, and a stream tells of
 * the same people over and over: the trail would hold nothing else, and what counts would be pushed
 * out of it. So whom somebody sees is written once an hour for each place they see them in. Safe
 * for use by several threads.
 */
final class Sightings {
  static final Duration WRITTEN_AGAIN = Duration.ofHours(1);

  /** Whoever is forgotten is written again, which is the safe side to err on. */
  private static final int MOST = 100_000;

  private final InstantSource clock;
  private final Map<String, Instant> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  Sightings(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whom of those who are seen now to write.
   *
   * @param place who looks, from where and at what
   * @return those who were not written of late; nothing where there is nothing to write, neither of
   *     them nor that it was looked at
   */
  synchronized Optional<List<String>> fresh(String place, List<String> participants) {
    Instant now = clock.instant();
    boolean looked = isFresh(place, now);
    List<String> whom =
        participants.stream().filter(one -> isFresh(place + '\n' + one, now)).toList();
    return looked || !whom.isEmpty() ? Optional.of(whom) : Optional.empty();
  }

  private boolean isFresh(String what, Instant now) {
    Instant before = written.get(what);
    // A clock that was set back must not keep the trail empty.
    if (before != null && Duration.between(before, now).abs().compareTo(WRITTEN_AGAIN) < 0) {
      return false;
    }
    written.remove(what);
    written.put(what, now);
    return true;
  }
}
