package io.vigil.feed.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertBoardTest {
  private final AlertBoard board = new AlertBoard(10);

  /** Seen red with: the form that comes last taken for the newest. */
  @Test
  void anOlderFormChangesNothing() {
    board.take(List.of(alert("a", 5, 3, "ACTIVE_ACK"), alert("a", 5, 2, "ACTIVE_UNACK")));
    assertThat(board.find(row -> true)).singleElement().matches(row -> row.revision() == 3);
  }

  /** Seen red with: the oldest let go, done or not. */
  @Test
  void whatIsToBeDealtWithStaysAndOfTheRestTheNewest() {
    board.take(alert("open", 0, 1, "CLEARED_UNACK"));
    for (int i = 1; i <= 30; i++) {
      board.take(alert("done" + i, i, 1, "CLEARED_ACK"));
    }
    assertThat(board.find(row -> true))
        .hasSizeBetween(10, 11)
        .extracting(AlertRow::id)
        .contains("open", "done30", "done29")
        .doesNotContain("done1", "done20");
  }

  @Test
  void whatIsActiveComesFirstThenTheNewest() {
    board.take(alert("old", 1, 1, "ACTIVE_ACK"));
    board.take(alert("new", 2, 1, "ACTIVE_UNACK"));
    board.take(alert("over", 3, 1, "CLEARED_UNACK"));
    assertThat(board.find(row -> true))
        .extracting(AlertRow::id)
        .containsExactly("new", "old", "over");
  }

  @Test
  void whatIsNoAlertIsPassedOver() {
    board.take(new Document(Container.ALERTS, "x", "p", "", 1, 1, "{\"type\":\"FELL\"}"));
    board.take(new Document(Container.ALERTS, "x", "p", "", 1, 1, "no"));
    assertThat(board.find(row -> true)).isEmpty();
  }

  private static Document alert(String id, long start, long revision, String status) {
    String body = "{\"type\":\"FALL\",\"severity\":\"MAJOR\",\"status\":\"%s\"}".formatted(status);
    return new Document(Container.ALERTS, id, "p1", "", start, revision, body);
  }
}
