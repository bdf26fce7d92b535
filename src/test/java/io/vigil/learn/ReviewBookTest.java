package io.vigil.learn;

import static io.vigil.learn.MadeUpReview.says;
import static io.vigil.learn.MadeUpReview.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigil.activity.Activities;
import io.vigil.learn.RefusedAnswer.Why;
import io.vigil.learn.Verdict.Standing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers, from those that are refused to those that two reviewers differ about. */
class ReviewBookTest {
  private final ReviewBook book = new ReviewBook(ReviewSettings.DEFAULT.secondLooksAt(1));

  @BeforeEach
  void asks() {
    for (int i = 0; i < 3; i++) {
      book.take(window("p", i * 60L, "Walking", 0.2));
    }
    book.take(window("q", 0, "Stairs", 0.2));
  }

  /** Seen red with: any stretch taken in which there is a window. */
  @Test
  void whatNobodyIsAskedAboutIsRefused() {
    for (Label wrong :
        List.of(
            says("ann", "q", 60, 64, "Walking", 1),
            says("ann", "nobody", 0, 4, "Walking", 1),
            says("ann", "p", 1, 64, "Walking", 1),
            says("ann", "p", 0, 65, "Walking", 1),
            says("ann", "p", -4_000, 4, "Walking", 1))) {
      assertThatThrownBy(() -> book.answer(wrong))
          .isInstanceOfSatisfying(
              RefusedAnswer.class, e -> assertThat(e.why()).isEqualTo(Why.NOT_ASKED));
    }
  }

  @Test
  void anActivityThatTheTaxonomyLacksIsRefusedWithWhatIsAllowed() {
    assertThat(book.taxonomy().activities()).isEqualTo(Activities.BY_LABEL);
    assertThatThrownBy(() -> book.answer(says("ann", "p", 0, 4, "Swimming", 1)))
        .isInstanceOfSatisfying(
            RefusedAnswer.class, e -> assertThat(e.why()).isEqualTo(Why.UNKNOWN_ACTIVITY))
        .hasMessageContaining("Standing")
        .hasMessageContaining("not worn");
  }

  /** Seen red with: the time of the answer compared too. */
  @Test
  void theSameAnswerGivenAgainIsTheFirstOne() {
    Label first = says("ann", "p", 0, 64, "Walking", 1);
    assertThat(given(first).isNew()).isTrue();
    ReviewAnswer again = given(says("ann", "p", 0, 64, "Walking", 2));
    assertThat(again.isNew()).isFalse();
    assertThat(again.label()).isEqualTo(first);
    assertThat(given(says("ann", "p", 0, 64, "Stairs", 3)).isNew()).isTrue();
    assertThat(given(says("ann", "p", 0, 64, "Walking", 4)).isNew()).isTrue();
    assertThat(book.progress(0).answers()).containsEntry("ann", 3L);
  }

  @Test
  void whatIsTakenBackIsAskedAgain() {
    int before = book.queue("ann").size();
    given(says("ann", "p", 0, 124, "Walking", 1));
    assertThat(book.queue("ann")).hasSize(before - 1);
    assertThat(given(says("ann", "p", 0, 124, Label.TAKEN_BACK, 2)).isNew()).isTrue();
    assertThat(book.queue("ann")).hasSize(before);
    assertThat(given(says("ann", "p", 0, 124, Label.TAKEN_BACK, 3)).isNew()).isFalse();
  }

  @Test
  void twoWhoDifferAreToldAndAThirdSettlesIt() {
    ReviewAnswer ann = given(says("ann", "p", 0, 124, "Walking", 1));
    assertThat(ann.standing()).isEqualTo(Standing.SETTLED);
    assertThat(ann.others()).isEmpty();
    ReviewAnswer ben = given(says("ben", "p", 0, 124, "Stairs", 2));
    assertThat(ben.standing()).isEqualTo(Standing.CONTESTED);
    assertThat(ben.others()).extracting(Label::reviewer).containsExactly("ann");
    assertThat(book.contested()).hasSize(1);
    assertThat(book.progress(0).windows()).containsEntry(Standing.CONTESTED, 3L);
    ReviewAnswer cid = given(says("cid", "p", 0, 124, "Stairs", 3));
    assertThat(cid.standing()).isEqualTo(Standing.SETTLED);
    assertThat(book.contested()).isEmpty();
  }

  /** J. Cohen's kappa of a table whose kappa is known: 20 and 15 the same, 5 and 10 not: 0.4. */
  @Test
  void agreementIsCohensKappa() {
    Agreement.Tally tally = new Agreement.Tally();
    add(tally, 20, "Walking", "Walking");
    add(tally, 5, "Walking", "Stairs");
    add(tally, 10, "Stairs", "Walking");
    add(tally, 15, "Stairs", "Stairs");
    Agreement agreement = tally.of("ann", "ben");
    assertThat(agreement.both()).isEqualTo(50);
    assertThat(agreement.same()).isEqualTo(35);
    assertThat(agreement.kappa().getAsDouble()).isCloseTo(0.4, within(1e-12));
    Agreement.Tally one = new Agreement.Tally();
    add(one, 7, "Walking", "Walking");
    assertThat(one.of("ann", "ben").kappa()).isEmpty();
  }

  @Test
  void agreementIsCountedOverWhatBothHaveAnswered() {
    given(says("ben", "p", 0, 64, "Stairs", 1));
    given(says("ann", "p", 0, 124, "Walking", 2));
    given(says("ann", "q", 0, 4, Label.NOT_SURE, 2));
    given(says("ben", "q", 0, 4, "Walking", 2));
    assertThat(book.progress(0).agreements())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.first()).isEqualTo("ann");
              assertThat(one.second()).isEqualTo("ben");
              assertThat(one.both()).isEqualTo(2);
              assertThat(one.same()).isZero();
            });
  }

  /** Seen red with: the newest dropped. */
  @Test
  void theOldestWindowsGoWhereThereAreTooMany() {
    AskedWindows few = new AskedWindows(2);
    List.of(20L, 10L, 30L).forEach(start -> few.add(window("p", start, "Walking", 0.2)));
    few.add(window("p", 30, "Walking", 0.3));
    assertThat(few.all()).extracting(Question::start).containsExactly(20_000_000L, 30_000_000L);
  }

  @Test
  void joinedClassesAreAskedForAsTheLabelsTheyWereJoinedFrom() {
    assertThat(Taxonomy.of(List.of("Still", "Walking", "Stairs")).activities())
        .isEqualTo(Activities.BY_LABEL);
    assertThat(Taxonomy.of(List.of()).activities()).isEqualTo(Activities.BY_LABEL);
    assertThat(Taxonomy.of(List.of("Lying", "Walking")).activities())
        .containsExactly("Lying", "Walking");
  }

  private static void add(Agreement.Tally tally, int times, String first, String second) {
    for (int i = 0; i < times; i++) {
      tally.add(first, second);
    }
  }

  private ReviewAnswer given(Label label) {
    ReviewAnswer answer = book.answer(label);
    if (answer.isNew()) {
      book.take(answer.label());
    }
    return answer;
  }
}
