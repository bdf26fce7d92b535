package io.vigil.store.cosmos;

import static io.vigil.store.Forms.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTest {

  @Test
  void knowsPartitionAndSize() throws Exception {
    Document activity = Forms.activity("ż", NINE, 0.5);
    Item item = Item.of(activity);
    assertThat(item.partition()).containsExactly("ż", Forms.DAY);
    assertThat(item.bytes()).isEqualTo(activity.body().length() + 1);
    assertThat(Item.of(Forms.alert("p", NINE, 1)).partition()).containsExactly("p");
    assertThat(Item.of(Forms.deadLetter("file", 1)).partition()).containsExactly("file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | [] | 400 | no JSON object",
        "a | {\"id\":\"a\" | 400 | cannot be sent as JSON",
        "a | {\"id\":\"b\",\"participantId\":\"p\"} | 400 | says id 'b', expected 'a'",
        "a/b | {\"id\":\"a/b\",\"participantId\":\"p\"} | 400 | one of / \\ ? #",
        "a | {\"id\":\"a\"} | 400 | no text at /participantId"
      })
  void saysWhyADocumentCannotBeStored(String id, String body, int status, String why) {
    Document document = new Document(Container.ALERTS, id, "p", "", 0, 1, body);
    assertThatThrownBy(() -> Item.of(document))
        .isInstanceOfSatisfying(
            Item.Impossible.class,
            refused -> assertThat(refused.reply().status()).isEqualTo(status))
        .hasMessageContaining(why);
  }

  @Test
  void countsBytesAndNotCharacters() {
    String body =
        "{\"id\":\"a\",\"participantId\":\"p\",\"note\":\"" + "ż".repeat(1_100_000) + "\"}";
    Document document = new Document(Container.ALERTS, "a", "p", "", 0, 1, body);
    assertThatThrownBy(() -> Item.of(document))
        .isInstanceOfSatisfying(
            Item.Impossible.class, refused -> assertThat(refused.reply().status()).isEqualTo(413))
        .hasMessageContaining("bytes");
  }
}
