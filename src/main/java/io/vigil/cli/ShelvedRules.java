package io.vigil.cli;

import io.vigil.alert.Answer;
import io.vigil.alert.Answer.Verdict;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleMessages;
import io.vigil.alert.RuleSet;
import io.vigil.store.Document;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Rules that somebody published.
 *
 * @param message that asked for them
 * @param rules as read; empty where they cannot be
 * @param answer of the job; empty where it has not answered
 */
record ShelvedRules(NewRules message, Optional<RuleSet> rules, Optional<Answer> answer) {

  static ShelvedRules of(Document document, Optional<Answer> answer) {
    try {
      NewRules message = RuleMessages.read(document.body().getBytes(StandardCharsets.UTF_8));
      return new ShelvedRules(message, readable(message), answer);
    } catch (IllegalArgumentException e) {
      NewRules none = new NewRules(document.id(), "", document.time(), "");
      return new ShelvedRules(none, Optional.empty(), answer);
    }
  }

  private static Optional<RuleSet> readable(NewRules message) {
    try {
      return Optional.of(RuleSet.read(message.id(), message.text()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Their version, or 0 where they cannot be read. */
  int version() {
    return rules.map(RuleSet::version).orElse(0);
  }

  boolean followed() {
    return has(Verdict.FOLLOWED);
  }

  boolean refused() {
    return has(Verdict.REFUSED);
  }

  /** In one word. */
  String verdict() {
    return answer.map(given -> given.verdict().name()).orElse("WAITING");
  }

  String reason() {
    return answer.map(Answer::reason).orElse("");
  }

  private boolean has(Verdict verdict) {
    return answer.isPresent() && answer.get().verdict() == verdict;
  }
}
