package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.Await;
import io.vigil.alert.Alert;
import io.vigil.alert.AlertType;
import io.vigil.alert.Severity;
import io.vigil.store.AlertDocuments;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People look at alerts and answer them, while something follows what they say as the job does. */
class AlertsCommandTest {
  private static final String LONG = "120 s";

  @TempDir Path folder;
  private AlertsSetUp vigil;

  @BeforeEach
  void setUp() throws IOException {
    vigil = AlertsSetUp.in(folder);
  }

  /** Seen red with: a refusal taken for followed. */
  @Test
  void acknowledgementIsFollowedOnceAndThenRefused() throws Exception {
    try (SmallJob job = SmallJob.on(vigil.store())) {
      String fall = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();

      CommandRun first = answer("ack", fall, "--as", "Ben", "on", "my", "way").succeeded();
      assertThat(first.out()).contains("ack of " + fall + " by Ben: followed", "ACTIVE_ACK");
      CommandRun second = answer("ack", fall, "--as", "Eve");
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).startsWith("vigil: ").contains("refused", "already, by Ben");
      JsonNode refused = answer("ack", fall, "--as", "Eve", "--json").json();
      assertThat(refused.path("verdict").asText()).isEqualTo("REFUSED");

      assertThat(vigil.vigil("alerts", "list").succeeded().out()).contains("ACTIVE_ACK", "Ben");
      assertThat(vigil.vigil("alerts", "show", fall).succeeded().out())
          .contains("acknowledged by Ben: on my way", "somebody to clear it", "peakG");
    }
  }

  /** Seen red with: a new id for every sending. */
  @Test
  void sentAgainItChangesNothingTwice() throws Exception {
    try (SmallJob job = SmallJob.on(vigil.store())) {
      String fall = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();
      Object[] comment = {"comment", fall, "--text", "called her", "--command-id", "c-1", "--json"};
      JsonNode first = answer(comment).succeeded().json();
      assertThat(answer(comment).succeeded().json()).isEqualTo(first);
      assertThat(shown(fall).path("revision").asLong()).isEqualTo(first.path("revision").asLong());

      CommandRun other = answer("ack", fall, "--command-id", "c-1");
      assertThat(other.exitCode()).isEqualTo(1);
      assertThat(other.err()).contains("c-1 was used before, for `comment " + fall);
    }
  }

  @Test
  void everyAnswerReachesTheAlert() throws Exception {
    try (SmallJob job = SmallJob.on(vigil.store())) {
      String fall = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();
      assertThat(vigil.vigil("alerts", "show", fall).succeeded().out())
          .contains("the wearer's \"I'm OK\" until", "calls caregiver at");

      answer("assign", fall, "Cleo", "Q.").succeeded();
      assertThat(shown(fall).path("assignee").asText()).isEqualTo("Cleo Q.");
      answer("snooze", fall, "--for", "30m").succeeded();
      Instant end = Instant.parse(shown(fall).path("snoozedUntil").asText());
      assertThat(Duration.between(Instant.now(), end))
          .isBetween(Duration.ofMinutes(20), Duration.ofMinutes(30));
      assertThat(vigil.vigil("alerts", "show", fall).out()).contains("the end of its snooze at");
      answer("ack", fall).succeeded();
      assertThat(shown(fall).path("ackBy").asText()).isEqualTo(System.getProperty("user.name"));
      answer("unack", fall).succeeded();
      assertThat(shown(fall).path("status").asText()).isEqualTo("ACTIVE_UNACK");
      answer("clear", fall).succeeded();
      assertThat(shown(fall).path("status").asText()).isEqualTo("CLEARED_UNACK");
      answer("resolve", fall).succeeded();
      assertThat(shown(fall).path("status").asText()).isEqualTo("CLEARED_ACK");

      String other = job.raise("bob", AlertType.FALL, Severity.MAJOR).id();
      assertThat(answer("im-ok", other, "--as", "bob").succeeded().out()).contains("CLEARED_UNACK");
    }
  }

  /** Seen red with: nothing sent where no answer is waited for. */
  @Test
  void whatIsNotAnsweredIsKeptAndFollowedLater() throws Exception {
    try (SmallJob job = SmallJob.paused(vigil.store())) {
      String fall = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();
      CommandRun run = vigil.vigil("alerts", "ack", fall, "--wait", "0 s", "--as", "Ben");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("not answered within 0 s", "when the job runs");

      job.go();
      Await.until(() -> shown(fall).path("status").asText().equals("ACTIVE_ACK"));
      assertThat(shown(fall).path("ackBy").asText()).isEqualTo("Ben");
    }
  }

  /** Seen red with: ids that only contain what was asked for left out. */
  @Test
  void unknownAlertIsRefusedAtOnceWithIdsLikeIt() throws Exception {
    try (SmallJob job = SmallJob.on(vigil.store())) {
      String fall = job.raise("ann", AlertType.FALL, Severity.MAJOR).id();
      for (String wrong : List.of("ann", fall.replace("ann", "anna"), fall + "\u001b[2J")) {
        CommandRun run = answer("ack", wrong);
        assertThat(run.exitCode()).as(wrong).isEqualTo(1);
        assertThat(run.err())
            .contains("No alert has the id", "the nearest are " + fall)
            .doesNotContain("\u001b");
      }
      assertThat(answer("ack", "nothing/like?it").err())
          .contains("No alert has the id 'nothing/like?it';", "alerts list");
    }
    try (SqliteStore store = SqliteStore.open(vigil.store())) {
      assertThat(store.count(Container.COMMANDS)).isZero();
    }
  }

  @Test
  void technicalAndReplayedAreShownOnlyWhenAskedFor() throws Exception {
    try (SmallJob job = SmallJob.paused(vigil.store()).go();
        SqliteStore store = SqliteStore.open(vigil.store())) {
      job.raise("ann", AlertType.SILENCE, Severity.WARNING);
      job.raise("O'Brien \"\u001b[31m\u202e\"", AlertType.FALL, Severity.MAJOR);
      Alert replayed =
          MadeUpAlerts.alert("cid", AlertType.FALL, Severity.CRITICAL, MadeUpAlerts.NINE, true);
      store.upsert(List.of(AlertDocuments.alert(replayed)));

      CommandRun list = vigil.vigil("alerts", "list").succeeded();
      assertThat(list.out())
          .contains(
              "O'Brien \"\ufffd[31m\ufffd\"", "1 technical left out", "1 of a replay left out")
          .doesNotContain("cid", "\u001b", "\u202e");
      JsonNode all =
          vigil.vigil("alerts", "list", "--technical", "--replay", "--json").succeeded().json();
      assertThat(all).hasSize(3);
      assertThat(all.get(0).path("participantId").asText()).isEqualTo("cid");
      assertThat(all.get(2).path("type").asText()).isEqualTo("SILENCE");
      assertThat(vigil.vigil("alerts", "list", "--participant", "ann", "--json").json()).isEmpty();
      assertThat(vigil.vigil("alerts", "list", "--type", "silence", "--json").json()).hasSize(1);
    }
  }

  /** Seen red with: the store opened without a look whether it is there. */
  @Test
  void aStoreThatIsNotThereIsNotMade() {
    for (String command :
        List.of("alerts list", "alerts watch", "alerts ack a", "rules list", "rules show")) {
      CommandRun run = vigil.vigil((Object[]) command.split(" "));
      assertThat(run.exitCode()).as(command).isEqualTo(1);
      assertThat(run.err()).contains("There is no store " + vigil.store(), "None is made");
    }
    assertThat(vigil.store()).doesNotExist();
  }

  private JsonNode shown(String id) {
    return vigil.vigil("alerts", "show", id, "--json").succeeded().json();
  }

  private CommandRun answer(Object... words) {
    return vigil.vigil(Arguments.of(new Object[] {"--wait", LONG}, Arguments.of(words, "alerts")));
  }
}
