package io.vigil.store.cosmos;

import static io.vigil.store.Forms.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.Document;
import io.vigil.store.Forms;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredItemTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Document> forms() {
    return Stream.of(
        Forms.activity("p 1", NINE, 1.0),
        Forms.activity("p", NINE.plusNanos(1_000), 0.0001),
        Forms.prediction("p", NINE),
        Forms.alert("p", NINE, 7),
        Forms.heartbeat(NINE),
        Forms.deadLetter("a file", 9_007_199_254_740_991L),
        RefusedDocument.letter(Forms.alert("p", NINE, 7), "no"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsTheDocumentAgain(Document document) throws Exception {
    ObjectNode item = (ObjectNode) JSON.readTree(document.body());
    item.put("_rid", "x").put("_self", "x").put("_etag", "x");
    item.put("_attachments", "x").put("_ts", 1).put("_lsn", 1);
    assertThat(StoredItem.document(document.container(), item)).isEqualTo(document);
  }

  /** Seen red with: numbers left as they come. */
  @Test
  void aFractionThatLostItsPointHasItAgain() throws Exception {
    Document document = Forms.prediction("p", NINE);
    String asAServerMaySayIt =
        document.body().replace("1.0E-4", "0.0001").replace("1.0", "1").replace("0.0,", "0,");
    assertThat(asAServerMaySayIt).isNotEqualTo(document.body());
    ObjectNode item = (ObjectNode) JSON.readTree(asAServerMaySayIt);
    assertThat(StoredItem.document(document.container(), item)).isEqualTo(document);
  }
}
