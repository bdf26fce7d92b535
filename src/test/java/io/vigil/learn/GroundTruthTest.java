package io.vigil.learn;

import static io.vigil.learn.MadeUpReview.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.learn.Verdict.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What becomes ground truth, and what does not. */
class GroundTruthTest {

  @Test
  void aReviewersNewestAnswerHolds() {
    Label first = says("ann", "p", 0, 60, "Walking", 1);
    Label later = says("ann", "p", 0, 60, "Stairs", 2);
    assertThat(label(first)).contains("Walking");
    assertThat(label(first, later)).contains("Stairs");
    assertThat(label(first, later, says("ann", "p", 0, 60, Label.TAKEN_BACK, 3))).isEmpty();
  }

  /** Seen red with: the answer that most reviewers gave taken where two are level. */
  @Test
  void whatTwoDifferAboutIsNotTrainedOnUntilAThirdDecides() {
    Label ann = says("ann", "p", 0, 60, "Walking", 1);
    Label ben = says("ben", "p", 0, 60, "Stairs", 2);
    Verdict verdict = GroundTruth.of(List.of(ann, ben)).verdict("p", 0, 4);
    assertThat(verdict.standing()).isEqualTo(Standing.CONTESTED);
    assertThat(verdict.answers()).containsExactly(ann, ben);
    assertThat(label(ann, ben)).isEmpty();
    assertThat(label(ann, ben, says("cid", "p", 0, 60, "Stairs", 3))).contains("Stairs");
    assertThat(label(ann, ben, says("cid", "p", 0, 60, "Standing", 3))).isEmpty();
    assertThat(label(ann, ben, says("ann", "p", 0, 60, "Stairs", 3))).contains("Stairs");
  }

  @Test
  void whoIsNotSureDecidesNothingAndNotWornIsNoActivity() {
    Label notSure = says("ann", "p", 0, 60, Label.NOT_SURE, 1);
    assertThat(GroundTruth.of(List.of(notSure)).verdict("p", 0, 4).standing())
        .isEqualTo(Standing.NOT_SURE);
    assertThat(label(notSure)).isEmpty();
    assertThat(label(notSure, says("ben", "p", 0, 60, "Walking", 2))).contains("Walking");
    Label notWorn = says("ann", "p", 0, 60, Label.NOT_WORN, 1);
    Verdict verdict = GroundTruth.of(List.of(notWorn)).verdict("p", 0, 4);
    assertThat(verdict.standing()).isEqualTo(Standing.SETTLED);
    assertThat(verdict.label()).isEmpty();
  }

  @Test
  void anAnswerIsAboutWhatLiesWholeWithinIt() {
    GroundTruth truth = GroundTruth.of(List.of(says("ann", "p", 10, 20, "Walking", 1)));
    long second = MadeUpReview.SECOND;
    assertThat(truth.labelOf("p", 10 * second, 14 * second)).contains("Walking");
    assertThat(truth.labelOf("p", 16 * second, 20 * second)).contains("Walking");
    assertThat(truth.labelOf("p", 8 * second, 12 * second)).isEmpty();
    assertThat(truth.labelOf("p", 18 * second, 22 * second)).isEmpty();
    assertThat(truth.labelOf("q", 10 * second, 14 * second)).isEmpty();
  }

  /** Seen red with: of equally new answers the one taken in last; the longest stretch forgotten. */
  @Property(tries = 300)
  void itIsWhatOneFindsByLookingThroughAllAnswersInWhateverOrderTheyCome(@ForAll long seed) {
    Random random = new Random(seed);
    List<Question> windows = MadeUpReview.windows(random);
    List<Label> labels = MadeUpReview.answers(windows, random);
    List<Label> mixed = new ArrayList<>(labels);
    mixed.addAll(labels);
    Collections.shuffle(mixed, random);
    GroundTruth truth = GroundTruth.of(labels);
    GroundTruth other = GroundTruth.of(mixed);
    for (Question window : windows) {
      Verdict verdict = truth.verdict(window.participantId(), window.start(), window.end());
      assertThat(verdict)
          .isEqualTo(other.verdict(window.participantId(), window.start(), window.end()));
      assertThat(verdict.label()).isEqualTo(plainly(labels, window));
    }
  }

  private static Optional<String> plainly(List<Label> labels, Question window) {
    Map<String, Label> newest = new TreeMap<>();
    labels.stream()
        .filter(label -> label.participantId().equals(window.participantId()))
        .filter(label -> label.start() <= window.start() && label.end() >= window.end())
        .sorted(
            Comparator.comparingLong(Label::at)
                .thenComparingLong(Label::start)
                .thenComparingLong(Label::end)
                .thenComparing(Label::activity))
        .forEach(label -> newest.put(label.reviewer(), label));
    Map<String, Long> votes =
        newest.values().stream()
            .map(Label::activity)
            .filter(said -> !List.of(Label.NOT_SURE, Label.TAKEN_BACK).contains(said))
            .collect(Collectors.groupingBy(said -> said, Collectors.counting()));
    long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<String> leading = votes.keySet().stream().filter(one -> votes.get(one) == most).toList();
    return leading.size() == 1 && !leading.get(0).equals(Label.NOT_WORN)
        ? Optional.of(leading.get(0))
        : Optional.empty();
  }

  private static Optional<String> label(Label... labels) {
    return GroundTruth.of(List.of(labels)).labelOf("p", 0, 4 * MadeUpReview.SECOND);
  }
}
