package io.vigil.learn;

import io.vigil.learn.RefusedAnswer.Why;
import io.vigil.learn.Verdict.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is asked and what was answered, as far as it is known here. For one thread at a time. */
public final class ReviewBook {
  private final ReviewQueue queue;
  private final ReviewSettings settings;
  private final AskedWindows asked = new AskedWindows();
  private final Set<Label> labels = new LinkedHashSet<>();
  private final GroundTruth truth = new GroundTruth();

  public ReviewBook(ReviewSettings settings) {
    this.settings = settings;
    this.queue = new ReviewQueue(settings);
  }

  /** Takes a window in that people are asked about; its samples are not kept. */
  public void take(Question window) {
    asked.add(window.withoutSamples());
  }

  /** Takes an answer in. */
  public void take(Label label) {
    if (labels.add(label)) {
      truth.add(label);
    }
  }

  /** What this reviewer is asked, the most useful first. */
  public List<ReviewItem> queue(String reviewer) {
    return queue.of(asked.all(), truth, reviewer);
  }

  /** What reviewers differ about. */
  public List<ReviewItem> contested() {
    return queue.contested(asked.all(), truth);
  }

  /** What reviewers say of the first window of an item. */
  public Verdict verdict(ReviewItem item) {
    return verdict(item.windows().get(0));
  }

  /** What can be answered: the activities of the models that ask. */
  public Taxonomy taxonomy() {
    return taxonomy(asked.all());
  }

  /** How far reviewers are since the day began, microseconds since the epoch (UTC). */
  public ReviewProgress progress(long dayBegan) {
    return new ReviewCount(asked.all(), truth).progress(labels, dayBegan);
  }

  /**
   * What would come of an answer. Nothing changes before its label is {@link #take taken in}.
   *
   * @param given now, with one of the {@link #taxonomy}'s activities or of {@link Label}'s words
   * @throws RefusedAnswer where nobody was asked about just that time, or the activity is none
   */
  public ReviewAnswer answer(Label given) {
    List<Question> windows = asked.within(given.participantId(), given.start(), given.end());
    if (!isAsked(windows, given)) {
      throw new RefusedAnswer(
          Why.NOT_ASKED,
          "Nobody is asked about just that time of that participant, or it is too long ago; expected one that is in the queue");
    }
    Taxonomy taxonomy = taxonomy(windows);
    if (!taxonomy.allows(given.activity())) {
      throw new RefusedAnswer(
          Why.UNKNOWN_ACTIVITY,
          "The activity is none that is known here, expected one of " + taxonomy.allowed());
    }
    Label before = sameAsBefore(windows, given);
    if (before != null) {
      return told(before, false, windows);
    }
    boolean nothingToTakeBack =
        given.activity().equals(Label.TAKEN_BACK)
            && windows.stream().allMatch(window -> verdict(window).by(given.reviewer()).isEmpty());
    return told(given, !nothingToTakeBack, windows);
  }

  private boolean isAsked(List<Question> windows, Label given) {
    return given.end() - given.start() <= settings.longestMicros()
        && windows.stream().anyMatch(window -> window.start() == given.start())
        && windows.stream().anyMatch(window -> window.end() == given.end());
  }

  /** The answer of this reviewer that says the same of the same time and still holds. */
  private Label sameAsBefore(List<Question> windows, Label given) {
    Label before = null;
    for (Question window : windows) {
      before = verdict(window).by(given.reviewer()).orElse(null);
      boolean same =
          before != null
              && before.start() == given.start()
              && before.end() == given.end()
              && before.activity().equals(given.activity());
      if (!same) {
        return null;
      }
    }
    return before;
  }

  private ReviewAnswer told(Label label, boolean isNew, List<Question> windows) {
    GroundTruth after =
        GroundTruth.of(
            labels.stream()
                .filter(other -> other.participantId().equals(label.participantId()))
                .toList());
    after.add(label);
    Set<Label> others = new LinkedHashSet<>();
    Set<Standing> standings = new TreeSet<>();
    for (Question window : windows) {
      Verdict verdict = after.verdict(window.participantId(), window.start(), window.end());
      standings.add(verdict.standing());
      verdict.answers().stream()
          .filter(answer -> !answer.reviewer().equals(label.reviewer()))
          .forEach(others::add);
    }
    Standing standing =
        standings.contains(Standing.CONTESTED) ? Standing.CONTESTED : standings.iterator().next();
    return new ReviewAnswer(label, isNew, standing, new ArrayList<>(others));
  }

  private Verdict verdict(Question window) {
    return truth.verdict(window.participantId(), window.start(), window.end());
  }

  private static Taxonomy taxonomy(Collection<Question> windows) {
    Set<String> classes = new LinkedHashSet<>();
    windows.forEach(window -> classes.addAll(window.probabilities().keySet()));
    return Taxonomy.of(classes);
  }
}
