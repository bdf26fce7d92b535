package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleSet;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules are checked, published and taken back, while something follows them as the job does. */
class RulesCommandTest {
  private static final String SHIPPED = RuleSet.shipped().text();
  private static final String LONG = "120 s";

  @TempDir Path folder;
  private AlertsSetUp vigil;

  @BeforeEach
  void setUp() throws IOException {
    vigil = AlertsSetUp.in(folder);
  }

  @Test
  void checkSaysWhatIsInAFileAndEveryProblem() throws IOException {
    Path good = rules(7, "participants:\n  \"o'brien\":\n    fall:\n      paused: true\n");
    CommandRun check = vigil.vigil("rules", "check", good).succeeded();
    assertThat(check.out()).contains("version 7", "own rules for o'brien");
    JsonNode json = vigil.vigil("rules", "check", good, "--json").succeeded().json();
    assertThat(json.path("version").asInt()).isEqualTo(7);
    assertThat(json.path("participants").get(0).asText()).isEqualTo("o'brien");

    Path bad = rules(7, "fall:\n  pauesd: true\nhandling:\n  hold: 1 min\n");
    Files.writeString(bad, Files.readString(bad).replace("byDay: 30 min", "byDay: 30"));
    CommandRun refused = vigil.vigil("rules", "check", bad);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines())
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.contains(" line "));
    assertThat(refused.err()).contains("inactivity.byDay", "fall.pauesd");
  }

  /** Seen red with: only the version of the settings looked at. */
  @Test
  void onlyAHigherVersionIsPublished() throws Exception {
    try (SmallJob job = SmallJob.on(vigil.store())) {
      CommandRun first = publish(rules(5, ""), "--as", "Ben").succeeded();
      assertThat(first.out()).contains("Rules of version 5 (rules-5-", "followed");
      publish(rules(5, "")).succeeded();

      for (int low : new int[] {1, 4, 5}) {
        CommandRun again = publish(rules(low, "fall:\n  paused: true\n"));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("have version " + low, "above 5", "Nothing is published");
      }
      CommandRun list = vigil.vigil("rules", "list").succeeded();
      assertThat(list.out().lines()).hasSize(3);
      assertThat(list.out()).contains("FOLLOWED", "Ben", "In force: version 5");
      assertThat(vigil.vigil("rules", "show").succeeded().out()).startsWith(text(5, "").strip());
    }
  }

  @Test
  void formerRulesComeBackUnderAHigherVersionAndNothingElseIsChanged() throws Exception {
    try (SmallJob job = SmallJob.on(vigil.store())) {
      publish(rules(2, "fall:\n  paused: true # \"version: 2\"\n")).succeeded();
      publish(rules(3, "")).succeeded();
      CommandRun back = vigil.vigil("rules", "rollback", 2, "--wait", LONG).succeeded();
      assertThat(back.out()).contains("version 4", "followed");
      String expected = text(4, "fall:\n  paused: true # \"version: 2\"\n");
      JsonNode inForce = vigil.vigil("rules", "show", "--json").succeeded().json();
      assertThat(inForce.path("rules").asText()).isEqualTo(expected);

      vigil.vigil("rules", "rollback", 1, "--wait", LONG).succeeded();
      assertThat(
              vigil.vigil("rules", "show", 5, "--json").succeeded().json().path("rules").asText())
          .isEqualTo(SHIPPED.replace("version: 1", "version: 5"));
      CommandRun none = vigil.vigil("rules", "rollback", 9);
      assertThat(none.exitCode()).isEqualTo(1);
      assertThat(none.err()).contains("no rules of version 9", "rules list");
    }
  }

  @Test
  void whatTheJobRefusedIsListedAndStandsInNobodysWay() throws Exception {
    try (SmallJob job = SmallJob.paused(vigil.store());
        SqliteStore store = SqliteStore.open(vigil.store())) {
      store.upsert(
          List.of(
              AskedDocuments.rules(new NewRules("by-hand", "Eve\u001b[2J", 1, "version: 900")),
              AskedDocuments.rules(new NewRules("too-low", "Eve", 2, text(1, "# other")))));
      job.go();
      publish(rules(2, "")).succeeded();
      assertThat(vigil.vigil("rules", "list").succeeded().out())
          .contains("REFUSED    Eve\ufffd[2J: ", "expected a version above", "In force: version 2")
          .doesNotContain("\u001b");
      JsonNode list = vigil.vigil("rules", "list", "--json").succeeded().json();
      assertThat(list).hasSize(3);
      assertThat(list.get(0).path("verdict").asText()).isEqualTo("REFUSED");
      assertThat(list.get(2).path("inForce").asBoolean()).isTrue();
    }
  }

  /** Seen red with: rules in force that the job has not taken. */
  @Test
  void whatIsNotAnsweredIsKept() throws Exception {
    try (SmallJob job = SmallJob.paused(vigil.store())) {
      CommandRun run = vigil.vigil("rules", "publish", rules(2, ""), "--wait", "0 s");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("not answered within 0 s", "when the job runs");
      assertThat(vigil.vigil("rules", "list").out()).contains("WAITING", "In force: version 1");
      job.go();
      publish(rules(2, "")).succeeded();
      try (SqliteStore store = SqliteStore.open(vigil.store())) {
        assertThat(store.count(Container.RULES)).isEqualTo(1);
      }
    }
  }

  private CommandRun publish(Path file, Object... more) {
    return vigil.vigil(Arguments.of(more, "rules", "publish", file, "--wait", LONG));
  }

  private Path rules(int version, String more) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "rules", ".yaml"), text(version, more));
  }

  private static String text(int version, String more) {
    return SHIPPED.replace("version: 1\n", "version: " + version + "\n") + more;
  }
}
