package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.learn.Label;
import io.vigil.learn.MadeUpReview;
import io.vigil.learn.Question;
import io.vigil.learn.ReviewSettings;
import io.vigil.store.DocumentStore;
import io.vigil.store.LabelReading;
import io.vigil.store.ReviewDocuments;
import io.vigil.store.ReviewShelf;
import io.vigil.store.SqliteStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewers at a terminal, and scripts that answer for them. */
class ReviewCommandTest {
  @TempDir Path folder;
  private AlertsSetUp vigil;
  private DocumentStore store;

  @BeforeEach
  void open() throws IOException {
    vigil = AlertsSetUp.in(folder);
    store = SqliteStore.open(vigil.store());
    ask("ann", 0, "Walking", 0.02);
    ask("bert", 0, "Stairs", 0.1);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Seen red with: a list for nobody in particular. */
  @Test
  void scriptsAnswerWhatIsListed() {
    JsonNode queue = vigil.vigil("review", "list", "--as", "eve", "--json").succeeded().json();
    assertThat(queue.path("waiting").asInt()).isEqualTo(2);
    JsonNode first = queue.path("items").get(0);
    assertThat(first.path("participantId").asText()).isEqualTo("ann");
    JsonNode told =
        answer(first.path("start").asText(), first.path("end").asText(), "not-sure", "eve")
            .succeeded()
            .json();
    assertThat(told.path("isNew").asBoolean()).isTrue();
    assertThat(LabelReading.all(store))
        .extracting(Label::reviewer, Label::activity)
        .containsExactly(tuple("eve", Label.NOT_SURE));
    assertThat(vigil.vigil("review", "list", "--as", "eve").succeeded().out())
        .contains("1 waiting", "bert")
        .doesNotContain("ann");
    assertThat(vigil.vigil("review", "list", "--as", "max").succeeded().out()).contains("ann");
  }

  @Test
  void whatIsNotAskedOrNotKnownIsRefused() {
    CommandRun unknown = answer("1970-01-01T00:00:00Z", "1970-01-01T00:00:04Z", "Swimming", "eve");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("ACTIVITY", "expected one of", "Standing");
    CommandRun gone = answer("1970-01-01T00:01:00Z", "1970-01-01T00:01:04Z", "Walking", "eve");
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.err()).contains("Nobody is asked", "review list");
    CommandRun turned = answer("1970-01-01T00:00:04Z", "1970-01-01T00:00:00Z", "Walking", "eve");
    assertThat(turned.exitCode()).isEqualTo(2);
    assertThat(vigil.vigil("review", "--json").exitCode()).isEqualTo(2);
    assertThat(vigil.vigil("review", "list", "--limit", 0).exitCode()).isEqualTo(2);
    assertThat(LabelReading.all(store)).isEmpty();
  }

  @Test
  void whatTwoDifferAboutIsListed() {
    assertThat(vigil.vigil("review", "disagreements").succeeded().out()).contains("agree wherever");
    answer("1970-01-01T00:00:00Z", "1970-01-01T00:00:04Z", "Walking", "eve").succeeded();
    JsonNode told =
        answer("1970-01-01T00:00:00Z", "1970-01-01T00:00:04Z", "Stairs", "max").succeeded().json();
    assertThat(told.path("standing").asText()).isEqualTo("CONTESTED");
    assertThat(vigil.vigil("review", "disagreements", "--as", "eve").succeeded().out())
        .contains("eve: Walking", "max: Stairs");
    assertThat(vigil.vigil("review", "disagreements", "--as", "cid").succeeded().out())
        .contains("2 reviewers differ")
        .doesNotContain("eve: Walking");
    assertThat(vigil.vigil("review", "progress").succeeded().out())
        .contains("1 windows contested", "eve and max say the same of 0 of 1 windows");
    assertThat(vigil.vigil("review", "progress", "--json").json().path("agreements")).hasSize(1);
  }

  /** Seen red with: a skipped question asked again at once. */
  @Test
  void questionsAreAskedOneAfterTheOther() throws IOException {
    ask("carl", 0, "Standing", 0.5);
    String said = talk("9\n5\nu\n4\n\ns\n");
    assertThat(said)
        .contains("ann, 1970-01-01T00:00:00Z, 4 s, 1 windows")
        .contains("the model says Walking: Walking 51 %, Stairs 49 %")
        .contains("g |")
        .contains("[7] TalkingWhileStanding")
        .contains("That is no answer")
        .contains("Noted: Stairs")
        .contains("Taken back: Stairs")
        .contains("Noted: Walking")
        .endsWith("Nothing is waiting for an answer.\n");
    assertThat(LabelReading.all(store))
        .extracting(Label::participantId, Label::activity)
        .containsExactly(
            tuple("ann", "Stairs"),
            tuple("ann", Label.TAKEN_BACK),
            tuple("ann", "Walking"),
            tuple("carl", Label.NOT_SURE));
    assertThat(talk("q\n")).contains("bert").doesNotContain("Nothing is waiting");
    assertThat(talk("")).contains("bert");
  }

  private String talk(String typed) throws IOException {
    StringWriter out = new StringWriter();
    new ReviewTalk(
            store,
            new ReviewShelf(ReviewSettings.DEFAULT.secondLooksAt(0)),
            "eve",
            new BufferedReader(new StringReader(typed)),
            new PrintWriter(out, true))
        .run();
    return out.toString();
  }

  private CommandRun answer(String start, String end, String activity, String who) {
    return vigil.vigil("review", "answer", "ann", start, end, activity, "--as", who, "--json");
  }

  private void ask(String who, long at, String activity, double margin) {
    Question window = MadeUpReview.window(who, at, activity, margin);
    store.upsert(List.of(ReviewDocuments.of(MadeUpReview.moving(window))));
  }
}
