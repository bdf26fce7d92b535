package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.AlertType;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Phase;
import io.vigil.alert.Severity;
import io.vigil.feed.log.FeedEvent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which transitions go where. */
class HookPlannerTest {
  @TempDir Path folder;

  /** Seen red with: hooks that hear of calls that are not theirs. */
  @Test
  void eachIsCalledAtItsStepAndHearsHowItEnds() {
    Hook all = Hooks.named("all");
    Hook caregiver = Hooks.calledAs("caregiver", "caregiver");
    Hook family = Hooks.calledAs("family", "family");
    try (Plot plot = new Plot(folder, all, caregiver, family)) {
      Story story = Story.of("p1").fall(0, Severity.CRITICAL).pass(31).pass(95);
      plot.tell(story.events()).run();
      story.say(CommandKind.RESOLVE, "anna", "", 100);
      plot.tell(story.events()).run();
      assertThat(plot.sent)
          .containsExactlyInAnyOrder(
              "all raised",
              "all escalated",
              "all escalated",
              "all cleared",
              "caregiver escalated",
              "caregiver cleared",
              "family escalated",
              "family cleared");
    }
  }

  @Test
  void whoWasNotCalledHearsNothing() {
    try (Plot plot = new Plot(folder, Hooks.calledAs("family", "family"))) {
      Story story =
          Story.of("p1").fall(0, Severity.CRITICAL).pass(31).say(CommandKind.ACK, "a", "", 50);
      plot.tell(story.events()).run();
      assertThat(plot.sent).isEmpty();
    }
  }

  /** Seen red with: {@code replay} not looked at. */
  @Test
  void aReplayIsNeverTold() {
    Interest everything = new Interest(Set.of(), Set.of(), Set.of(), true, true);
    Hook hook = Hooks.to("all", URI.create("http://localhost:9/"), everything);
    try (Plot plot = new Plot(folder, hook)) {
      plot.tell(Story.replayed("p1").fall(0, Severity.CRITICAL).pass(40).events()).run();
      assertThat(plot.sent).isEmpty();
    }
  }

  @Test
  void delayedAndTechnicalAlertsAreToldWhereThatIsAskedFor() {
    Interest more = new Interest(Set.of(), Set.of(), Set.of(), true, true);
    Hook usual = Hooks.named("usual");
    Hook wide = Hooks.to("wide", URI.create("http://localhost:9/"), more);
    try (Plot plot = new Plot(folder, usual, wide)) {
      Story delayed =
          Story.of("p1").incident(AlertType.FALL, Phase.BEGAN, Severity.CRITICAL, 0, 1, 7_200);
      Story technical =
          Story.of("p2").incident(AlertType.SILENCE, Phase.BEGAN, Severity.MINOR, 0, 1);
      plot.tell(delayed.events()).tell(technical.events()).run();
      assertThat(plot.sent).contains("wide raised").noneMatch(line -> line.startsWith("usual"));
      assertThat(plot.statuses(delayed)).isNotEmpty();
      assertThat(plot.statuses(technical)).isNotEmpty();
    }
  }

  @Test
  void typesAndSeveritiesChooseAndWhoWasToldHearsAlsoThatItIsBetter() {
    Interest critical =
        new Interest(Set.of(), Set.of(AlertType.FALL), Set.of(Severity.CRITICAL), false, false);
    Hook hook = Hooks.to("falls", URI.create("http://localhost:9/"), critical);
    try (Plot plot = new Plot(folder, hook)) {
      Story worse = Story.of("p1").fall(0, Severity.MAJOR);
      worse.incident(AlertType.FALL, Phase.GOES_ON, Severity.CRITICAL, 0, 5);
      worse.incident(AlertType.FALL, Phase.RECOVERED, Severity.MINOR, 0, 9);
      Story other =
          Story.of("p2").incident(AlertType.INACTIVITY, Phase.BEGAN, Severity.CRITICAL, 0, 1);
      plot.tell(worse.events()).tell(other.events()).run();
      assertThat(plot.sent).containsExactly("falls severity_changed", "falls recovered");
    }
  }

  /** A restarted job may take a step once more. Seen red with: levels that are not remembered. */
  @Test
  void aLevelCallsOnceHoweverOftenItIsTaken() {
    try (Plot plot = new Plot(folder, Hooks.calledAs("caregiver", "caregiver"))) {
      Story once = Story.of("p1").fall(0, Severity.CRITICAL).pass(31);
      Story again = Story.of("p1").fall(0, Severity.CRITICAL).pass(33);
      plot.tell(once.events()).tell(renamed(again.events())).run();
      assertThat(plot.sent).containsExactly("caregiver escalated");
    }
  }

  /** Seen red with: levels that stay remembered when an alert is handed back. */
  @Test
  void aLevelCallsAgainAfterTheAlertWasHandedBack() {
    try (Plot plot = new Plot(folder, Hooks.calledAs("caregiver", "caregiver"))) {
      Story story =
          Story.of("p1")
              .fall(0, Severity.CRITICAL)
              .pass(31)
              .say(CommandKind.ACK, "anna", "", 40)
              .say(CommandKind.UNACK, "anna", "", 50)
              .pass(51);
      story.events().forEach(event -> plot.tell(List.of(event)).run());
      assertThat(plot.sent)
          .containsExactly(
              "caregiver escalated",
              "caregiver acknowledged",
              "caregiver handed_back",
              "caregiver escalated");
    }
  }

  @Test
  void newsThatAreTooOldAreNotTold() {
    try (Plot plot = new Plot(folder, Hooks.named("all"))) {
      plot.clock.pass(Duration.ofHours(25));
      plot.tell(Story.of("p1").fall(0, Severity.CRITICAL).events()).run();
      assertThat(plot.sent).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadHoldsUpNothing() {
    try (Plot plot = new Plot(folder, Hooks.named("all"))) {
      plot.tell(List.of(new FeedEvent(0, FeedEvent.Kind.TRANSITION, "bad", "p1", 0, "{}")));
      plot.tell(List.of(new FeedEvent(0, FeedEvent.Kind.ACTIVITY, "a", "p1", 0, "{}")));
      plot.tell(Story.of("p1").fall(0, Severity.CRITICAL).events()).run();
      assertThat(plot.sent).containsExactly("all raised");
    }
  }

  /** Seen red with: a place in the log that is written before what is queued. */
  @Test
  void whatBreaksWhilePlanningLosesNothing() {
    Story story = Story.of("p1").fall(0, Severity.CRITICAL).pass(31);
    try (Plot plot = new Plot(folder, Hooks.named("all"))) {
      plot.tell(story.events());
      plot.clock.breakAfter(1);
      assertThatThrownBy(plot::turn).isInstanceOf(IllegalStateException.class);
      assertThat(plot.statuses(story)).isEmpty();
      plot.run();
      assertThat(plot.sent).containsExactly("all raised", "all escalated");
    }
  }

  /** Seen red with: a place that is believed. */
  @Test
  void aLogThatLostItsEndIsReadAnewAndNothingIsToldTwice() throws Exception {
    Story early = Story.of("p1").fall(0, Severity.CRITICAL);
    try (Plot plot = new Plot(folder, Hooks.named("all"))) {
      plot.tell(early.events());
      plot.tell(Story.of("p2").fall(1, Severity.CRITICAL).pass(40).events()).run();
      assertThat(plot.sent).hasSize(3);
    }
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.move(folder.resolve("hooks.db"), other.resolve("hooks.db"));
    try (Plot plot = new Plot(other, Hooks.named("all"))) {
      plot.tell(early.events());
      plot.tell(Story.of("p3").fall(2, Severity.CRITICAL).pass(40).pass(100).events()).run();
      assertThat(plot.sent).containsExactly("all raised", "all escalated", "all escalated");
    }
  }

  private static List<FeedEvent> renamed(List<FeedEvent> events) {
    List<FeedEvent> renamed = new ArrayList<>();
    for (FeedEvent event : events) {
      renamed.add(
          new FeedEvent(
              0,
              event.kind(),
              event.key() + " of a later life",
              event.participantId(),
              event.time(),
              event.body()));
    }
    return renamed;
  }
}
