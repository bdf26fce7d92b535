package io.vigil.learn;

import static io.vigil.learn.MadeUpReview.says;
import static io.vigil.learn.MadeUpReview.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.learn.Verdict.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What reviewers are asked, and in which order. */
class ReviewQueueTest {
  private static final long SECOND = MadeUpReview.SECOND;
  private static final ReviewSettings ONCE = ReviewSettings.DEFAULT.secondLooksAt(0);

  /** Seen red with: groups that go on over another activity. */
  @Property(tries = 300)
  void everyOpenWindowIsAskedOnceAndNoOther(@ForAll long seed) {
    Random random = new Random(seed);
    List<Question> windows = MadeUpReview.windows(random);
    GroundTruth truth = GroundTruth.of(MadeUpReview.answers(windows, random));
    List<Question> asked = new ArrayList<>();
    for (ReviewItem item : new ReviewQueue(ONCE).of(windows, truth, "ann")) {
      checkGroup(item);
      asked.addAll(item.windows());
    }
    List<Question> open =
        windows.stream()
            .filter(
                window -> {
                  Verdict verdict =
                      truth.verdict(window.participantId(), window.start(), window.end());
                  boolean settled =
                      verdict.standing() == Standing.SETTLED
                          || verdict.standing() == Standing.NOT_SURE
                              && verdict.answers().size() >= 2;
                  return verdict.by("ann").isEmpty() && !settled;
                })
            .toList();
    assertThat(asked).containsExactlyInAnyOrderElementsOf(open);
  }

  private static void checkGroup(ReviewItem item) {
    assertThat(item.end() - item.start()).isLessThanOrEqualTo(600 * SECOND);
    for (int i = 1; i < item.windows().size(); i++) {
      Question last = item.windows().get(i - 1);
      Question next = item.windows().get(i);
      assertThat(next.start() - last.end()).isLessThanOrEqualTo(180 * SECOND);
      assertThat(next.start()).isGreaterThan(last.start());
      assertThat(next.activity()).isEqualTo(last.activity());
      assertThat(next.participantId()).isEqualTo(last.participantId());
      assertThat(next.reason()).isEqualTo(last.reason());
    }
  }

  /** Seen red with: items ordered by use alone, where one person's fill the first places. */
  @Property(tries = 300)
  void everybodyHasTheirTurnAndEveryFifthIsDrawnByChance(@ForAll long seed) {
    Random random = new Random(seed);
    List<Question> windows = MadeUpReview.windows(random);
    List<Question> mixed = new ArrayList<>(windows);
    Collections.shuffle(mixed, random);
    List<ReviewItem> items = new ReviewQueue(ONCE).of(windows, new GroundTruth(), "ann");
    assertThat(new ReviewQueue(ONCE).of(mixed, new GroundTruth(), "ann")).isEqualTo(items);

    Map<String, Long> all = new HashMap<>();
    items.stream()
        .filter(item -> !item.isDrawn())
        .forEach(item -> all.merge(item.participantId(), 1L, Long::sum));
    Map<String, Long> had = new HashMap<>();
    long drawn = items.stream().filter(ReviewItem::isDrawn).count();
    for (int place = 1; place <= items.size(); place++) {
      ReviewItem item = items.get(place - 1);
      if (item.isDrawn()) {
        drawn--;
        continue;
      }
      assertThat(place % ReviewOrder.DRAWN_EVERY != 0 || drawn == 0).isTrue();
      long mine = had.merge(item.participantId(), 1L, Long::sum);
      all.forEach(
          (person, count) ->
              assertThat(had.getOrDefault(person, 0L))
                  .as(person)
                  .isGreaterThanOrEqualTo(Math.min(count, mine - 1)));
    }
  }

  @Test
  void whatTheModelIsLeastSureOfComesFirst() {
    List<ReviewItem> items =
        new ReviewQueue(ONCE)
            .of(
                List.of(
                    window("p", 0, "Walking", 0.9),
                    window("p", 1_000, "Walking", 0.1),
                    window("p", 2_000, "Walking", 0.5)),
                new GroundTruth(),
                "ann");
    assertThat(items)
        .extracting(ReviewItem::start)
        .containsExactly(1_000 * SECOND, 2_000 * SECOND, 0L);
    assertThat(items.get(0).margin()).isCloseTo(0.1, within(1e-9));
  }

  /** Seen red with: what others differ about left out as answered. */
  @Test
  void whatTwoDifferAboutIsAskedOfAThirdFirst() {
    List<Question> windows =
        List.of(window("p", 0, "Walking", 0.9), window("p", 1_000, "Walking", 0.1));
    GroundTruth truth =
        GroundTruth.of(
            List.of(says("ann", "p", 0, 4, "Walking", 1), says("ben", "p", 0, 4, "Stairs", 2)));
    ReviewQueue queue = new ReviewQueue(ONCE);
    List<ReviewItem> ofCid = queue.of(windows, truth, "cid");
    assertThat(ofCid).extracting(ReviewItem::contested).containsExactly(true, false);
    assertThat(queue.of(windows, truth, "ann"))
        .extracting(ReviewItem::contested)
        .containsExactly(false);
    assertThat(queue.contested(windows, truth)).containsExactly(ofCid.get(0));
  }

  /** Seen red with: every window drawn by itself, which leaves a second reviewer fragments. */
  @Test
  void aTenthOfTheTimeIsAskedOfASecondReviewerWholeStretchesAtOnce() {
    List<Question> windows = new ArrayList<>();
    List<Label> answers = new ArrayList<>();
    for (int stretch = 0; stretch < 5_000; stretch++) {
      for (int i = 0; i < 3; i++) {
        long start = stretch * 600L + i * 100L;
        windows.add(window("p", start, "Walking", 0.2));
        answers.add(says("ann", "p", start, start + 4, "Walking", 1));
      }
    }
    ReviewQueue queue = new ReviewQueue(ReviewSettings.DEFAULT);
    GroundTruth truth = GroundTruth.of(answers);
    List<ReviewItem> second = queue.of(windows, truth, "ben");
    assertThat(second.size()).isBetween(400, 600);
    assertThat(second.stream().mapToInt(item -> item.windows().size()).sum())
        .isEqualTo(3 * second.size());
    assertThat(queue.of(windows, truth, "ann")).isEmpty();
    second.forEach(
        item -> truth.add(new Label("p", item.start(), item.end(), "Walking", "ben", 2 * SECOND)));
    assertThat(queue.of(windows, truth, "cid")).isEmpty();
  }

  /** Seen red with: the activity around the windows not looked at. */
  @Test
  void anItemEndsWhereTheModelSaysSomethingElse() {
    List<Question> windows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      windows.add(window("p", i * 60L, "Walking", 0.2));
    }
    ReviewItem item = new ReviewItem(windows, false);
    assertThat(item.untilSomethingElse(List.of(said("Walking", 0, 600)))).isEqualTo(item);
    assertThat(item.untilSomethingElse(List.of(said("Stairs", 100, 110))).windows())
        .isEqualTo(windows.subList(0, 2));
    assertThat(item.untilSomethingElse(List.of(said("Stairs", 200, 900)))).isEqualTo(item);
  }

  /** An hour's worth of doubt is a handful of questions. */
  @Test
  void aBudgetOfADayIsFewAnswers() {
    List<Question> windows = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      for (int i = 0; i < 60; i++) {
        windows.add(window("p" + person, i * 90L, "Walking", 0.2));
      }
    }
    List<ReviewItem> items = new ReviewQueue(ONCE).of(windows, new GroundTruth(), "ann");
    assertThat(windows).hasSize(240);
    assertThat(items.size()).isBetween(20, 50);
  }

  private static Episode said(String activity, long from, long to) {
    return new Episode(
        "p", activity, from * SECOND, to * SECOND, false, 9, 0.9, new ModelRef("chest", 3, "ab12"));
  }
}
