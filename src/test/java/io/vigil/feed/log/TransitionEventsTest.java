package io.vigil.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.store.Container;
import io.vigil.store.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of an alert's forms, whichever of them are seen. */
class TransitionEventsTest {
  private static final String ID = "p1_fall_2026-01-05T09:00:00Z";

  private final TransitionEvents events = new TransitionEvents();

  @Test
  void aLineIsToldWithItsAlertAndWithoutSamples() {
    FeedEvent event = events.of(form(0, line("09:00:02", "vigil", "raised"))).get(0);
    assertThat(event.key()).startsWith(ID + "#0#");
    assertThat(event.participantId()).isEqualTo("p1");
    assertThat(event.body())
        .contains("\"transition\":{\"index\":0,\"ts\":\"2026-01-05T09:00:02Z\",\"actor\":\"vigil\"")
        .contains("\"sentence\":\"Fell.\"")
        .doesNotContain("samples");
  }

  /** Seen red with: an index that does not count what is folded. */
  @Test
  void aLineKeepsItsKeyWhenOthersAreFolded() {
    List<String> before =
        keys(form(0, line("1", "vigil", "raised"), line("2", "a", "x"), line("3", "b", "y")));
    List<String> after =
        keys(form(1, line("1", "vigil", "raised"), line("3", "b", "y"), line("4", "c", "z")));
    assertThat(after).hasSize(3).startsWith(before.get(0), before.get(2));
  }

  /** Seen red with: the time of a line in its key. */
  @Test
  void aLaterLifeThatWritesTheSameAgainTellsNothingNew() {
    assertThat(keys(form(0, line("09:00:02", "vigil", "raised"), line("09:00:09", "ann", "ack"))))
        .isEqualTo(
            keys(form(0, line("09:01:00", "vigil", "raised"), line("09:01:01", "ann", "ack"))));
  }

  /** Seen red with: a key of the place alone. */
  @Test
  void aLaterLifeThatTakesAnotherCourseIsTold() {
    List<String> first =
        keys(
            form(
                0,
                line("1", "vigil", "raised"),
                line("2", "vigil", "escalated"),
                line("3", "ann", "acknowledged")));
    List<String> later =
        keys(
            form(
                0,
                line("1", "vigil", "raised"),
                line("2", "ann", "acknowledged"),
                line("3", "ann", "cleared")));
    List<String> news = new ArrayList<>(later);
    news.removeAll(first);
    assertThat(news).isEqualTo(later.subList(1, 3));
  }

  @Test
  void theSameSaidTwiceIsToldTwice() {
    assertThat(
            keys(
                form(
                    0,
                    line("1", "vigil", "raised"),
                    line("2", "ann", "commented"),
                    line("3", "ann", "commented"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoAlertIsRefusedByItsId() {
    for (String body : List.of("", "{", "[]", "7")) {
      assertThatThrownBy(() -> events.of(document(body)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(ID);
    }
    assertThatThrownBy(() -> events.of(form(0, "{\"ts\":\"soon\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'soon'");
  }

  private List<String> keys(Document form) {
    return events.of(form).stream().map(FeedEvent::key).toList();
  }

  private static Document form(int folded, String... lines) {
    return document(
        "{\"id\":\"%s\",\"evidence\":{\"sentence\":\"Fell.\",\"samples\":\"AAAA\"},\"history\":[%s],\"historyFolded\":%d}"
            .formatted(ID, String.join(",", lines), folded));
  }

  private static Document document(String body) {
    return new Document(Container.ALERTS, ID, "p1", "2026-01-05", 5, 1, body);
  }

  private static String line(String time, String actor, String action) {
    String clock = time.length() == 1 ? "09:00:0" + time : time;
    return "{\"ts\":\"2026-01-05T%sZ\",\"actor\":\"%s\",\"action\":\"%s\",\"reason\":\"\"}"
        .formatted(clock, actor, action);
  }
}
