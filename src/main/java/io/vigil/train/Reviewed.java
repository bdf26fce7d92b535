package io.vigil.train;

import io.vigil.learn.GroundTruth;
import io.vigil.learn.Verdict;
import io.vigil.learn.Verdict.Standing;
import java.util.Optional;

/** What people who looked at windows say of them, which weighs more than what messages said. */
@FunctionalInterface
public interface Reviewed {
  /** Nobody looked at any. */
  Reviewed BY_NOBODY = (participantId, start, end) -> Optional.empty();

  /** What reviewers agree on. */
  static Reviewed of(GroundTruth truth) {
    return (participantId, start, end) -> {
      Verdict verdict = truth.verdict(participantId, start, end);
      return verdict.standing() == Standing.OPEN
          ? Optional.empty()
          : Optional.of(verdict.label().orElse(""));
    };
  }

  /**
   * Their answer about a window.
   *
   * @param start its first instant, microseconds since the epoch (UTC)
   * @param end the first instant after it
   * @return an activity; the empty string if they looked and nothing can be learned from it: they
   *     differ, are not sure, or nobody wore the sensor; nothing if nobody looked
   */
  Optional<String> answer(String participantId, long start, long end);
}
