package io.vigil.feed.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Severity;
import io.vigil.feed.log.FeedEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessageWritingTest {
  private static final Story STORY =
      Story.of("p1")
          .fall(0, Severity.CRITICAL)
          .pass(31)
          .say(CommandKind.ASSIGN, "anna.schmidt", "Berta Meier", 35)
          .say(CommandKind.COMMENT, "anna.schmidt", "Otto Vogel lies in the bath", 40)
          .say(CommandKind.ACK, "anna.schmidt", "I go", 50);
  private static final MessageWriting WRITING =
      new MessageWriting(Optional.of(URI.create("https://feed.example.org/#/alerts/")));
  private static final Hook HOOK = Hooks.named("all");

  /** Seen red with: the whole document as data. */
  @Test
  void aMessageHoldsNeitherNamesNorSamplesNorWhatPeopleWrote() throws Exception {
    for (FeedEvent event : STORY.events()) {
      for (AlertNews news : NewsReading.read(event).stream().toList()) {
        Message message = WRITING.of(HOOK, news);
        assertThat(message.body())
            .doesNotContain("schmidt", "Meier", "Vogel", "I go", "c2VjcmV0", "samples", "history");
        JsonNode body = new ObjectMapper().readTree(message.body());
        assertThat(new TreeSet<>(fields(body))).containsExactly("data", "timestamp", "type");
        assertThat(fields(body.get("data")))
            .containsExactly(
                "alertId",
                "participantId",
                "alertType",
                "severity",
                "status",
                "sentence",
                "startTs",
                "escalation",
                "revision",
                "link");
      }
    }
  }

  @Test
  void whatIsToldIsWhatHappened() throws Exception {
    JsonNode body = new ObjectMapper().readTree(message(HOOK, 1).body());
    assertThat(body.get("type").asText()).isEqualTo("alert.escalated");
    assertThat(body.get("timestamp").asText()).isEqualTo("2026-01-05T09:00:31Z");
    JsonNode data = body.get("data");
    assertThat(data.get("alertId").asText()).isEqualTo("p1_fall_2026-01-05T09:00:00Z");
    assertThat(data.get("alertType").asText()).isEqualTo("FALL");
    assertThat(data.get("status").asText()).isEqualTo("ACTIVE_UNACK");
    assertThat(data.get("sentence").asText()).isEqualTo(Story.SENTENCE);
    assertThat(data.get("escalation").toString())
        .isEqualTo("{\"level\":1,\"calls\":\"caregiver\"}");
    assertThat(data.get("link").asText())
        .isEqualTo("https://feed.example.org/#/alerts/p1_fall_2026-01-05T09%3A00%3A00Z");
  }

  @Test
  void aCloudEventHasWhatItMustHave() throws Exception {
    Hook cloud =
        new Hook(
            "all",
            HOOK.target(),
            HOOK.secrets(),
            HookForm.CLOUD_EVENTS,
            Interest.EVERYBODY,
            Duration.ofDays(1),
            false);
    Message message = message(cloud, 0);
    JsonNode body = new ObjectMapper().readTree(message.body());
    assertThat(fields(body))
        .containsExactly(
            "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data");
    assertThat(body.get("specversion").asText()).isEqualTo("1.0");
    assertThat(body.get("id").asText()).isEqualTo(message.id());
    assertThat(body.get("type").asText()).isEqualTo("io.vigil.alert.raised");
  }

  /** Seen red with: an id by chance, and one that leaves the hook out. */
  @Test
  void theIdIsThatOfTheNewsAndTheHook() {
    assertThat(message(HOOK, 0).id()).isEqualTo(message(HOOK, 0).id()).startsWith("msg_");
    assertThat(message(HOOK, 0).id()).isNotEqualTo(message(HOOK, 1).id());
    assertThat(message(HOOK, 0).id()).isNotEqualTo(message(Hooks.named("other"), 0).id());
  }

  private static Message message(Hook hook, int event) {
    return WRITING.of(hook, NewsReading.read(STORY.events().get(event)).orElseThrow());
  }

  private static List<String> fields(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }
}
