package io.vigil.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.activity.Episode;
import io.vigil.activity.ModelRef;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.Documents;
import io.vigil.store.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seen red with: a stored form that keeps no other out. */
class StandingTest {
  private static final String A = "a".repeat(64);

  @ParameterizedTest(name = "{0} windows, open {1} over {2} windows, open {3}: written {4}")
  @CsvSource({
    "1, true, 1, true, true",
    "2, true, 1, true, true",
    "1, true, 2, true, false",
    "5, false, 5, true, true",
    "5, true, 5, false, false",
    "5, false, 5, false, true",
    "6, true, 5, false, true",
    "4, false, 5, true, false",
    "4, false, 5, false, false",
    "1, true, 2000000000, false, false"
  })
  void anEpisodeByTheSameModelDoesNotGoBack(
      int windows, boolean open, int storedWindows, boolean storedOpen, boolean written) {
    ModelRef model = new ModelRef("chest", 1, A);
    assertThat(isWritten(episode(windows, open, model), episode(storedWindows, storedOpen, model)))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"other, 1, a", "chest, 2, a", "chest, 1, b"})
  void anEpisodeByAnotherModelIsAlwaysWritten(String name, int version, String letter) {
    Document stored = episode(9, false, new ModelRef("chest", 1, A));
    Document ours = episode(1, true, new ModelRef(name, version, letter.repeat(64)));
    assertThat(isWritten(ours, stored)).isTrue();
  }

  @ParameterizedTest(name = "revision {0} over {1}: written {2}")
  @CsvSource({"1, 0, true", "1, 1, false", "2, 1, true", "1, 2, false"})
  void aRevisionIsWrittenOverAnOlderOne(long ours, long stored, boolean written) {
    assertThat(Standing.revision(stored).keepsOut(Standing.revision(ours))).isEqualTo(!written);
  }

  @Test
  void whatDoesNotSayHowNewItIsIsWritten() {
    Document none = new Document(Container.ACTIVITIES, "a", "p", "", 0, "no JSON");
    Document stored = Forms.closed("p", Forms.NINE, 5);
    assertThat(Standing.of(none)).isEqualTo(Standing.NONE);
    assertThat(isWritten(none, stored)).isTrue();
    assertThat(isWritten(stored, none)).isTrue();
    assertThat(Standing.of(Forms.prediction("p", Forms.NINE))).isEqualTo(Standing.NONE);
  }

  private static boolean isWritten(Document ours, Document stored) {
    return !Standing.of(stored).keepsOut(Standing.of(ours));
  }

  private static Document episode(int windows, boolean open, ModelRef model) {
    return Documents.activity(new Episode("p", "Walking", 0, 4_000_000, open, windows, 0.5, model));
  }
}
