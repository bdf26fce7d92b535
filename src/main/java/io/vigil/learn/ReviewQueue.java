package io.vigil.learn;

import io.vigil.learn.ReviewGroups.Asked;
import io.vigil.learn.Verdict.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a reviewer is asked next: windows in groups, those first from which most is learnt. */
public final class ReviewQueue {
  private final ReviewSettings settings;

  public ReviewQueue(ReviewSettings settings) {
    this.settings = settings;
  }

  /**
   * What this reviewer is asked. Not what they have answered, and not what is settled; but a share
   * is asked of a second reviewer, who does not know what the first said.
   *
   * @param windows that people are asked about, in any order
   */
  public List<ReviewItem> of(Collection<Question> windows, GroundTruth truth, String reviewer) {
    List<Asked> asked = new ArrayList<>();
    for (Question window : windows) {
      Verdict verdict = truth.verdict(window.participantId(), window.start(), window.end());
      if (verdict.by(reviewer).isEmpty() && isOpen(window, verdict)) {
        asked.add(new Asked(window, verdict.standing() == Standing.CONTESTED));
      }
    }
    return ReviewOrder.of(ReviewGroups.of(asked, settings));
  }

  /** What reviewers differ about. */
  public List<ReviewItem> contested(Collection<Question> windows, GroundTruth truth) {
    List<Asked> asked = new ArrayList<>();
    for (Question window : windows) {
      Verdict verdict = truth.verdict(window.participantId(), window.start(), window.end());
      if (verdict.standing() == Standing.CONTESTED) {
        asked.add(new Asked(window, true));
      }
    }
    return ReviewGroups.of(asked, settings);
  }

  private boolean isOpen(Question window, Verdict verdict) {
    return switch (verdict.standing()) {
      case OPEN, CONTESTED -> true;
      // Somebody else may see what the first could not; a third is not asked.
      case NOT_SURE -> verdict.answers().size() < 2;
      case SETTLED -> isForTwo(window) && verdict.answers().size() < 2;
    };
  }

  /** Whole stretches are drawn, so that a second reviewer is asked about whole groups too. */
  private boolean isForTwo(Question window) {
    long stretch = Math.floorDiv(window.start(), settings.longestMicros());
    return Draw.isAmong(settings.secondShare(), window.participantId(), stretch);
  }
}
