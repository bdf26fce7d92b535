package io.vigil.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.store.Container;
import io.vigil.store.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "", "a/b?c#d\\e", "\ud800", "ż"})
  void theLetterCanBeStoredWhateverTheDocumentWas(String text) throws Exception {
    for (String id : new String[] {text, text + "x".repeat(5000)}) {
      Document refused =
          new Document(Container.ALERTS, id, id, "", 7, 3, text + "y".repeat(3_000_000));
      Document letter = RefusedDocument.letter(refused, "because of " + text);
      Item item = Item.of(letter);
      assertThat(item.partition()).containsExactly("store/alerts");
      assertThat(item.bytes()).isLessThan(100_000);
      assertThat(RefusedDocument.isOne(letter)).isTrue();
      assertThat(RefusedDocument.letter(refused, "again").id()).isEqualTo(letter.id());
    }
  }

  @Test
  void documentsOfDifferentContainersHaveLettersOfTheirOwn() {
    Document alert = new Document(Container.ALERTS, "a", "p", "", 7, "{}");
    Document activity = new Document(Container.ACTIVITIES, "a", "p", "", 7, "{}");
    assertThat(RefusedDocument.letter(alert, "").id())
        .isNotEqualTo(RefusedDocument.letter(activity, "").id());
  }
}
