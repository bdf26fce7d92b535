package io.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigil.alert.Alert;
import io.vigil.alert.Answer;
import io.vigil.alert.Command;
import io.vigil.alert.CommandKind;
import io.vigil.alert.Heartbeat;
import io.vigil.alert.NewRules;
import io.vigil.learn.Label;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The fields of documents that people and the feed write and read: their names are public
 * (VERSIONING.md). Those of documents that follow from samples are held against what each release
 * wrote, by {@code RestoredSavepointTest}. Seen red with: another name of an answer's verdict.
 */
class DocumentFieldsTest {
  private static final long NINE = 1_767_603_600_000_000L;

  @Test
  void ofACommand() {
    Command command =
        new Command("c", "p1", "a", CommandKind.SNOOZE, "ann", NINE, "why", NINE + 60_000_000);
    assertThat(fields(AskedDocuments.command(command)))
        .containsExactly(
            "id", "participantId", "alertId", "command", "actor", "time", "text", "until");
  }

  @Test
  void ofRules() {
    assertThat(fields(AskedDocuments.rules(new NewRules("r", "ann", NINE, "version: 2"))))
        .containsExactly("id", "actor", "time", "rules");
  }

  @Test
  void ofAnAnswer() {
    Answer answer =
        new Answer("c", "p1", "a", "acknowledge", "ann", NINE, Answer.Verdict.FOLLOWED, "", 2, 0);
    assertThat(fields(AskedDocuments.answer(answer)))
        .containsExactly(
            "id",
            "participantId",
            "alertId",
            "asked",
            "actor",
            "ts",
            "verdict",
            "reason",
            "changed",
            "revision",
            "schemaVersion");
  }

  @Test
  void ofAHeartbeat() {
    assertThat(fields(Documents.heartbeat(new Heartbeat(NINE, Alert.NEVER, 2))))
        .containsExactly("id", "ts", "newestSampleTs", "tasks", "schemaVersion");
  }

  @Test
  void ofALabel() {
    Label label = new Label("p1", NINE, NINE + 4_000_000, "Walking", "ann", NINE);
    assertThat(fields(LabelDocuments.of(label)))
        .containsExactly(
            "id", "participantId", "start", "end", "activity", "reviewer", "at", "schemaVersion");
  }

  private static List<String> fields(Document document) {
    try {
      List<String> names = new ArrayList<>();
      new ObjectMapper().readTree(document.body()).fieldNames().forEachRemaining(names::add);
      return names;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
