package io.vigil.store;

import static io.vigil.learn.MadeUpReview.says;
import static io.vigil.learn.MadeUpReview.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.learn.GroundTruth;
import io.vigil.learn.MadeUpReview;
import io.vigil.learn.RefusedAnswer;
import io.vigil.learn.ReviewItem;
import io.vigil.learn.ReviewSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews on a store: what is asked there, and answers that are kept there. */
class ReviewShelfTest {
  private static final long SECOND = MadeUpReview.SECOND;

  @TempDir Path folder;
  private DocumentStore store;
  private final ReviewShelf shelf = new ReviewShelf(ReviewSettings.DEFAULT.secondLooksAt(0));

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("vigil.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Seen red with: only the first page of changes read. */
  @Test
  void whatIsAskedLaterAndAnsweredElsewhereIsSeen() {
    assertThat(asked()).isEmpty();
    for (int i = 0; i < 1_200; i++) {
      store.upsert(List.of(ReviewDocuments.of(window("p", i * 1_000L, "Walking", 0.2))));
    }
    assertThat(asked()).hasSize(1_200);
    store.upsert(List.of(LabelDocuments.of(says("ben", "p", 1_000, 1_004, "Walking", 1))));
    assertThat(asked()).hasSize(1_199);
  }

  /** Seen red with: an answer kept as often as it is given. */
  @Test
  void anAnswerIsKeptOnceAndIsGroundTruth() {
    store.upsert(List.of(ReviewDocuments.of(window("p", 0, "Walking", 0.2))));
    shelf.answer(store, says("ann", "p", 0, 4, "Stairs", 1));
    shelf.answer(store, says("ann", "p", 0, 4, "Stairs", 2));
    assertThat(store.count(Container.LABELS)).isEqualTo(1);
    assertThat(asked()).isEmpty();
    assertThat(GroundTruth.of(LabelReading.all(store)).labelOf("p", 0, 4 * SECOND))
        .contains("Stairs");
    assertThatThrownBy(() -> shelf.answer(store, says("ann", "p", 4, 8, "Stairs", 3)))
        .isInstanceOf(RefusedAnswer.class);
    assertThat(store.count(Container.LABELS)).isEqualTo(1);
  }

  @Test
  void aDocumentThatCannotBeReadIsLeftOut() {
    store.upsert(
        List.of(
            new Document(Container.LABELS, "x", "p", "", 0, "{\"id\":\"x\"}"),
            ReviewDocuments.of(window("p", 0, "Walking", 0.2))));
    assertThat(asked()).hasSize(1);
  }

  /** Seen red with: the evening before not read. */
  @Test
  void anItemIsShownWithWhatIsAroundItAndCutWhereThatIsSomethingElse() {
    for (int i = 0; i < 6; i++) {
      store.upsert(List.of(ReviewDocuments.of(window("p", i * 60L, "Walking", 0.2))));
    }
    store.upsert(
        List.of(
            episode("Standing", -1_800, -5),
            episode("Walking", -5, 270),
            episode("Stairs", 270, 280),
            episode("Walking", 280, 9_000),
            episode("Standing", 9_000, 9_100)));
    ReviewItem item = asked().get(0);
    assertThat(item.windows()).hasSize(6);
    ShownItem shown = ShownItem.of(store, item);
    assertThat(shown.item().windows()).hasSize(5);
    assertThat(shown.around())
        .extracting(Episode::activity)
        .containsExactly("Standing", "Walking", "Stairs", "Walking");
    assertThat(shown.windows()).hasSize(4);
    assertThat(shown.windows().get(0).start()).isEqualTo(shown.item().start());
    assertThat(shown.windows().get(3).end()).isEqualTo(shown.item().end());
  }

  private List<ReviewItem> asked() {
    return shelf.ask(store, book -> book.queue("ann"));
  }

  private static Document episode(String activity, long from, long to) {
    return Documents.activity(
        new Episode(
            "p",
            activity,
            from * SECOND,
            to * SECOND,
            false,
            9,
            0.9,
            new ModelRef("chest", 3, "ab12")));
  }
}
