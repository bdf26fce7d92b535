package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alert.Answer;
import io.vigil.alert.Answer.Verdict;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleShelfTest {
  private static final RuleSet SHIPPED = RuleSet.shipped();

  /** Seen red with: rules that were refused counted as the newest. */
  @Test
  void refusedRulesCountForNothing() {
    RuleShelf shelf =
        new RuleShelf(
            SHIPPED, List.of(shelved(5, "", Verdict.FOLLOWED), shelved(9, "", Verdict.REFUSED)));
    assertThat(shelf.newestVersion()).isEqualTo(5);
    assertThat(shelf.inForce().version()).isEqualTo(5);
    assertThat(shelf.ofVersion(9)).isEmpty();
  }

  @Test
  void rulesThatWaitAreTheNewestButNotInForce() {
    RuleShelf shelf =
        new RuleShelf(SHIPPED, List.of(shelved(5, "", Verdict.FOLLOWED), shelved(9, "", null)));
    assertThat(shelf.newestVersion()).isEqualTo(9);
    assertThat(shelf.inForce().version()).isEqualTo(5);
    assertThat(shelf.ofVersion(9)).isPresent();
  }

  /** As the job does it when it begins. */
  @Test
  void ofTheFileAndThePublishedTheHigherVersionIsInForce() {
    RuleShelf shelf = new RuleShelf(rules(7, ""), List.of(shelved(5, "", Verdict.FOLLOWED)));
    assertThat(shelf.inForce().version()).isEqualTo(7);
    assertThat(shelf.newestVersion()).isEqualTo(7);
  }

  /** Seen red with: the one that waits taken, because it is older. */
  @Test
  void ofSeveralOfAVersionTheFollowedCount() {
    RuleShelf shelf =
        new RuleShelf(
            SHIPPED, List.of(shelved(5, "# a\n", null), shelved(5, "# b\n", Verdict.FOLLOWED)));
    assertThat(shelf.ofVersion(5).orElseThrow().text()).endsWith("# b\n");
  }

  /** Seen red with: a comment that has the words taken for the line. */
  @Test
  void onlyTheNumberInTheLineIsChanged() {
    RuleSet former =
        RuleSet.read(
            "f", SHIPPED.text().replace("version: 1\n", "# version: 1\nversion  :  1 # 1\n"));
    assertThat(RuleFile.withVersion(former, 20).text())
        .isEqualTo(SHIPPED.text().replace("version: 1\n", "# version: 1\nversion  :  20 # 1\n"));
    RuleSet quoted = RuleSet.read("f", SHIPPED.text().replace("version: 1\n", "\"version\": 1\n"));
    assertThatThrownBy(() -> RuleFile.withVersion(quoted, 2))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("no line `version: 1`");
  }

  private static ShelvedRules shelved(int version, String more, Verdict verdict) {
    RuleSet rules = rules(version, more);
    NewRules message = RuleFile.message(rules, "Ben", version);
    return new ShelvedRules(
        message,
        Optional.of(rules),
        Optional.ofNullable(verdict)
            .map(given -> new Answer(message.id(), "", "", "rules", "", 0, given, "", version, 0)));
  }

  private static RuleSet rules(int version, String more) {
    return RuleSet.read(
        "rules.yaml", SHIPPED.text().replace("version: 1\n", "version: " + version + "\n") + more);
  }
}
