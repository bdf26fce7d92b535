package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.CommandKind;
import io.vigil.alert.Severity;
import io.vigil.feed.hook.Reply.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When messages are sent, and what comes of answers. */
class HookLaneTest {
  private static final Story RAISED = Story.of("p1").fall(0, Severity.CRITICAL);

  @TempDir Path folder;

  /** Seen red with: a wait that is not kept; the first attempt taken for the last. */
  @Test
  void aReceiverInTroubleIsTriedBySecondsAtFirst() {
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(503)) {
      plot.tell(RAISED.events()).run();
      assertThat(plot.sent).hasSize(1);
      plot.clock.pass(Duration.ofMillis(700));
      assertThat(plot.run().sent).hasSize(1);
      plot.clock.pass(Duration.ofMillis(500));
      assertThat(plot.run().sent).hasSize(2);
      DeliveryStatus status = plot.statuses(RAISED).get(0);
      assertThat(status.state()).isEqualTo(DeliveryState.QUEUED);
      assertThat(status.attempts()).isEqualTo(2);
      assertThat(status.lastAnswer()).isEqualTo("answered 503");
      assertThat(status.nextAttempt()).isPresent();
      assertThat(status.lastAttempt()).contains(plot.clock.instant());
      plot.clock.pass(Duration.ofSeconds(3));
      plot.answering(200).run();
      assertThat(plot.statuses(RAISED).get(0).settledAt()).contains(plot.clock.instant());
      assertThat(plot.statuses(RAISED).get(0).state()).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  /** Seen red with: messages tried for ever, and letters that are queued again and not due. */
  @Test
  void afterADayAMessageIsGivenUpKeptAndCanBeSentAgain() {
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(500)) {
      plot.tell(RAISED.events()).run();
      for (int hour = 0; hour < 26 * 60; hour++) {
        plot.clock.pass(Duration.ofMinutes(1));
        plot.run();
      }
      DeliveryStatus dead = plot.ledger.query().dead("all", 10).get(0);
      assertThat(dead.lastAnswer()).startsWith("given up after").endsWith("answered 500");
      assertThat(dead.attempts()).isBetween(25, 45).isEqualTo(plot.sent.size());
      assertThat(plot.ledger.resend("all", dead.messageId(), plot.clock.millis())).isTrue();
      plot.answering(200).run();
      assertThat(plot.statuses(RAISED))
          .singleElement()
          .satisfies(
              status -> {
                assertThat(status.messageId()).isEqualTo(dead.messageId());
                assertThat(status.state()).isEqualTo(DeliveryState.DELIVERED);
                assertThat(status.attempts()).isEqualTo(1);
              });
      assertThat(plot.ledger.resend("all", dead.messageId(), 0)).isFalse();
    }
  }

  @Test
  void whatIsNotWantedIsADeadLetterAtOnce() {
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(404)) {
      plot.tell(RAISED.events()).run();
      plot.clock.pass(Duration.ofHours(1));
      assertThat(plot.run().sent).hasSize(1);
      assertThat(plot.ledger.query().counts("all")).containsEntry(DeliveryState.DEAD, 1);
    }
  }

  /** Seen red with: 410 taken for any other refusal. */
  @Test
  void aHookThatIsGoneIsSentNothingMoreAndAnotherHookIs() {
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(410)) {
      plot.tell(RAISED.events()).run();
      Story later = Story.of("p2").fall(5, Severity.CRITICAL);
      plot.answering(200).tell(later.events()).run();
      assertThat(plot.sent).containsExactly("all raised");
      assertThat(plot.statuses(later).get(0).lastAnswer()).contains("disabled");
    }
    Hook moved = Hooks.to("all", URI.create("http://localhost:9/new"), Interest.EVERYBODY);
    try (Plot plot = new Plot(folder, moved)) {
      plot.tell(Story.of("p3").fall(9, Severity.CRITICAL).events()).run();
      assertThat(plot.sent).containsExactly("all raised");
    }
  }

  /** Seen red with: a hook that stays disabled. */
  @Test
  void aHookThatIsGoneIsTriedAgainWhenSomebodySendsItsLettersAgain() {
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(410)) {
      plot.tell(RAISED.events()).run();
      String id = plot.statuses(RAISED).get(0).messageId();
      assertThat(plot.ledger.resend("all", id, plot.clock.millis())).isTrue();
      plot.answering(200).run();
      assertThat(plot.statuses(RAISED).get(0).state()).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  /** Seen red with: a queue that is sent however old it is. */
  @Test
  void whatWaitedWhileTheFeedWasAwayForDaysCallsNobody() {
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(500)) {
      plot.tell(RAISED.events()).run();
      plot.clock.pass(Duration.ofDays(3));
      assertThat(plot.answering(200).run().sent).hasSize(1);
      assertThat(plot.statuses(RAISED).get(0).state()).isEqualTo(DeliveryState.DEAD);
    }
  }

  /** Seen red with: a pause that holds for the one message only. */
  @Test
  void aReceiversPauseHoldsForTheWholeHook() {
    Reply busy = new Reply(Verdict.RETRY, "answered 429", Optional.of(Duration.ofSeconds(60)));
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(busy)) {
      plot.tell(RAISED.events()).run();
      plot.answering(200).tell(Story.of("p2").fall(1, Severity.CRITICAL).events());
      plot.clock.pass(Duration.ofSeconds(59));
      assertThat(plot.run().sent).hasSize(1);
      plot.clock.pass(Duration.ofSeconds(2));
      assertThat(plot.run().sent).hasSize(3);
    }
  }

  /** Seen red with: messages of an alert that pass one that waits. */
  @Test
  void ofOneAlertEachMessageWaitsForTheOneBefore() {
    Story story = Story.of("p1").fall(0, Severity.CRITICAL).pass(31).pass(95);
    try (Plot plot = new Plot(folder, Hooks.named("all")).notAnswering()) {
      plot.tell(story.events()).run();
      assertThat(plot.sent).containsExactly("all raised");
      plot.unanswered.values().iterator().next().complete(Reply.fault("no connection"));
      assertThat(plot.run().sent).containsExactly("all raised");
      plot.clock.pass(Duration.ofSeconds(2));
      plot.answering(200).run();
      assertThat(plot.sent)
          .containsExactly("all raised", "all raised", "all escalated", "all escalated");
    }
  }

  /** Seen red with: news that wait as long as what was before them. */
  @Test
  void newsOfAnAlertEndALongWait() {
    Story story = Story.of("p1").fall(0, Severity.CRITICAL);
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(500)) {
      plot.tell(story.events()).run();
      for (int minute = 0; minute < 15; minute++) {
        plot.clock.pass(Duration.ofMinutes(1));
        plot.run();
      }
      int attempts = plot.sent.size();
      plot.answering(200).tell(story.pass(31).events()).run();
      assertThat(plot.sent.subList(attempts, plot.sent.size()))
          .containsExactly("all raised", "all escalated");
    }
  }

  /** Seen red with: calls that stay queued. */
  @Test
  void aCallThatNobodyNeedsToFollowAnyMoreIsDropped() {
    Story story = Story.of("p1").fall(0, Severity.CRITICAL);
    try (Plot plot = new Plot(folder, Hooks.named("all")).answering(500)) {
      plot.tell(story.pass(31).events()).run();
      plot.tell(story.say(CommandKind.ACK, "anna", "", 40).events());
      plot.clock.pass(Duration.ofSeconds(2));
      plot.answering(200).run();
      assertThat(plot.sent)
          .doesNotContain("all escalated")
          .endsWith("all raised", "all acknowledged");
      assertThat(plot.statuses(story))
          .extracting(DeliveryStatus::state)
          .containsExactly(DeliveryState.DELIVERED, DeliveryState.DROPPED, DeliveryState.DELIVERED);
      assertThat(plot.statuses(story).get(1).lastAnswer()).contains("acknowledged");
    }
  }

  /** Seen red with: a lane that looks only at what is queued. */
  @Test
  void whatIsDroppedOnItsWayStillComesBeforeWhatFollows() {
    Story story = Story.of("p1").fall(0, Severity.CRITICAL);
    try (Plot plot = new Plot(folder, Hooks.calledAs("care", "caregiver")).notAnswering()) {
      plot.tell(story.pass(31).events()).run();
      plot.tell(story.say(CommandKind.ACK, "anna", "", 40).events()).run();
      assertThat(plot.sent).containsExactly("care escalated");
      plot.unanswered.values().iterator().next().complete(Reply.of(200, Optional.empty()));
      plot.answering(200).run();
      assertThat(plot.sent).containsExactly("care escalated", "care acknowledged");
      assertThat(plot.statuses(story))
          .extracting(DeliveryStatus::state)
          .containsOnly(DeliveryState.DELIVERED);
    }
  }

  /** Seen red with: no limit. */
  @Test
  void onlySoManyAreUnderWayAndSlowOnesHoldUpNoOtherHook() {
    Hook slow = Hooks.named("slow");
    try (Plot plot = new Plot(folder, slow, Hooks.named("quick")).notAnswering()) {
      for (int i = 0; i < 30; i++) {
        plot.tell(Story.of("p" + i).fall(0, Severity.CRITICAL).events());
      }
      plot.turn().turn();
      assertThat(sentTo(plot, "slow")).isEqualTo(HookLane.MOST_UNDER_WAY);
      assertThat(sentTo(plot, "quick")).isEqualTo(HookLane.MOST_UNDER_WAY);
      List.copyOf(plot.unanswered.values()).forEach(one -> one.complete(Reply.fault("slow")));
      plot.answering(200).run();
      plot.clock.pass(Duration.ofSeconds(2));
      plot.run();
      assertThat(plot.ledger.query().counts("quick")).containsEntry(DeliveryState.DELIVERED, 30);
    }
  }

  private static long sentTo(Plot plot, String hook) {
    return plot.sent.stream().filter(line -> line.startsWith(hook + " ")).count();
  }
}
