package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.CommandKind;
import io.vigil.alert.Severity;
import io.vigil.feed.log.FeedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsReadingTest {
  private static final Story STORY =
      Story.of("p1")
          .fall(0, Severity.CRITICAL)
          .pass(31)
          .pass(95)
          .say(CommandKind.ACK, "anna", "", 100)
          .say(CommandKind.UNACK, "anna", "", 110)
          .pass(111)
          .pass(180)
          .say(CommandKind.COMMENT, "anna", "I am on my way", 190)
          .say(CommandKind.RESOLVE, "anna", "", 200);

  /** Seen red with: the level and the calls of the newest document. */
  @Test
  void howThingsStoodThenIsReadFromADocumentOfLater() {
    assertThat(told(STORY.events())).isEqualTo(told(STORY.eventsSeenLate()));
    assertThat(told(STORY.events()))
        .containsExactly(
            "RAISED 0 ",
            "ESCALATED 1 caregiver",
            "ESCALATED 2 family",
            "ACKNOWLEDGED 2 family",
            "HANDED_BACK 0 ",
            "ESCALATED 1 caregiver",
            "ESCALATED 2 family",
            "CLEARED 2 family");
  }

  /** Seen red with: an alert's status asked for instead of what came after. */
  @Test
  void whatWasSettledAfterwardsIsKnown() {
    assertThat(news(STORY.events())).noneMatch(AlertNews::settled);
    assertThat(news(STORY.eventsSeenLate()))
        .extracting(AlertNews::settled)
        .containsExactly(true, true, true, true, true, true, true, false);
  }

  @Test
  void theWearersWordClearsOnlyWithinTheCountdown() {
    Story early = Story.of("p1").fall(0, Severity.MAJOR).say(CommandKind.IM_OK, "p1", "", 10);
    Story late =
        Story.of("p1").fall(0, Severity.MAJOR).pass(40).say(CommandKind.IM_OK, "p1", "", 50);
    assertThat(told(early.events())).last().isEqualTo("CLEARED 0 ");
    assertThat(told(late.events())).last().isEqualTo("ESCALATED 1 caregiver");
  }

  @Test
  void whatIsNoTransitionIsRefusedWithWhatWasSeen() {
    FeedEvent event = new FeedEvent(7, FeedEvent.Kind.TRANSITION, "k", "p1", 0, "{\"alert\":{}}");
    assertThatThrownBy(() -> NewsReading.read(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no field 'escalation'");
  }

  private static List<AlertNews> news(List<FeedEvent> events) {
    return events.stream().flatMap(event -> NewsReading.read(event).stream()).toList();
  }

  private static List<String> told(List<FeedEvent> events) {
    return news(events).stream()
        .map(news -> news.happening() + " " + news.level() + " " + news.calls())
        .toList();
  }
}
