package io.vigil.train;

import io.vigil.activity.Prediction;
import io.vigil.learn.GroundTruth;
import io.vigil.learn.Label;
import io.vigil.learn.Verdict;
import io.vigil.learn.Verdict.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How good a model is where reviewers said what people did. As JSON it is the record as it stands.
 *
 * <p>Windows of one stretch are much alike, so it is stretches that the intervals count. What was
 * reviewed because the model was unsure says less of the model than what was drawn by chance: who
 * wants to know how good it is gives only the latter's predictions.
 *
 * @param windows that reviewers agree on
 * @param stretches they lie in
 * @param accuracy share of the windows with the right activity; 0 of none
 * @param interval that it lies in, with 95 % probability
 * @param calibrationError expected calibration error: the mean distance of confidence and accuracy,
 *     weighted by windows (Guo et al., "On Calibration of Modern Neural Networks", 2017)
 * @param bins of confidence that have windows, ascending
 * @param disputed windows that reviewers disagree on, which count nowhere else
 * @param unanswered windows that no reviewer could say anything of, or that nobody wore
 */
public record ReviewedAccuracy(
    long windows,
    long stretches,
    double accuracy,
    Interval interval,
    double calibrationError,
    List<Bin> bins,
    long disputed,
    long unanswered) {
  private static final int BINS = 10;

  /** Of the normal distribution, for 95 %. */
  private static final double Z = 1.959964;

  /**
   * Wilson's score interval ("Probable Inference, the Law of Succession, and Statistical
   * Inference", JASA 1927): it does not leave 0 to 1, and holds for few answers too.
   */
  public record Interval(double from, double to) {
    /**
     * The interval of a share.
     *
     * @param share seen, 0 to 1
     * @param n answers; of 0 nothing is known
     */
    public static Interval of(double share, long n) {
      if (n == 0) {
        return new Interval(0, 1);
      }
      double z2 = Z * Z;
      double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
      double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
      return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }

  /**
   * Answers of about one confidence.
   *
   * @param from least confidence
   * @param to greatest
   * @param windows how many
   * @param confidence their mean
   * @param accuracy share of right ones
   * @param interval of the accuracy
   */
  public record Bin(
      double from,
      double to,
      long windows,
      double confidence,
      double accuracy,
      Interval interval) {}

  /** A window, what is true of it, and the stretch that says so. */
  private record Reviewed(Prediction prediction, Label label) {
    boolean right() {
      return prediction.activity().equals(label.activity());
    }
  }

  /** Compares predictions with what reviewers agree on. */
  public static ReviewedAccuracy of(List<Label> labels, List<Prediction> predictions) {
    GroundTruth truth = GroundTruth.of(labels);
    List<Reviewed> reviewed = new ArrayList<>();
    long disputed = 0;
    long unanswered = 0;
    for (Prediction window : predictions) {
      Verdict verdict = truth.verdict(window.participantId(), window.start(), window.end());
      if (verdict.label().isPresent()) {
        reviewed.add(new Reviewed(window, spokesman(verdict)));
      } else if (verdict.standing() == Standing.CONTESTED) {
        disputed++;
      } else if (verdict.standing() != Standing.OPEN) {
        unanswered++;
      }
    }
    return of(reviewed, disputed, unanswered);
  }

  /** One of those who say what is settled. */
  private static Label spokesman(Verdict verdict) {
    return verdict.answers().stream()
        .filter(answer -> answer.activity().equals(verdict.activity()))
        .findFirst()
        .orElseThrow();
  }

  private static ReviewedAccuracy of(List<Reviewed> reviewed, long disputed, long unanswered) {
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      int bin = b;
      Optional<Bin> made =
          bin(b, reviewed.stream().filter(r -> place(r.prediction) == bin).toList());
      made.ifPresent(bins::add);
      error += made.map(m -> Math.abs(m.confidence - m.accuracy) * m.windows).orElse(0.0);
    }
    double accuracy = accuracy(reviewed);
    long stretches = stretches(reviewed);
    return new ReviewedAccuracy(
        reviewed.size(),
        stretches,
        accuracy,
        Interval.of(accuracy, stretches),
        reviewed.isEmpty() ? 0 : error / reviewed.size(),
        List.copyOf(bins),
        disputed,
        unanswered);
  }

  private static Optional<Bin> bin(int place, List<Reviewed> own) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    double confidence =
        own.stream().mapToDouble(r -> r.prediction.confidence()).average().orElseThrow();
    double accuracy = accuracy(own);
    return Optional.of(
        new Bin(
            (double) place / BINS,
            (place + 1.0) / BINS,
            own.size(),
            confidence,
            accuracy,
            Interval.of(accuracy, stretches(own))));
  }

  private static int place(Prediction prediction) {
    return Math.min(BINS - 1, (int) (prediction.confidence() * BINS));
  }

  private static double accuracy(List<Reviewed> reviewed) {
    return reviewed.stream().mapToDouble(r -> r.right() ? 1 : 0).average().orElse(0);
  }

  /** The stretch's participant and times, whoever labelled it. */
  private static long stretches(List<Reviewed> reviewed) {
    Set<List<Object>> stretches = new HashSet<>();
    for (Reviewed one : reviewed) {
      Label label = one.label;
      stretches.add(List.of(label.participantId(), label.start(), label.end()));
    }
    return stretches.size();
  }
}
