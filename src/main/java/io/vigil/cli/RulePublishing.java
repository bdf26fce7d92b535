package io.vigil.cli;

import io.vigil.alert.Answer;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleSet;
import io.vigil.store.AskedDocuments;
import io.vigil.store.DocumentStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings rules to the running job, and waits for what becomes of them. */
final class RulePublishing {
  private final DocumentStore store;
  private final Answers answers;

  RulePublishing(DocumentStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  /**
   * Publishes rules, unless the very same were before.
   *
   * @param shelf what there is already
   * @param patience how long an answer is waited for
   * @throws CommandFailed where their version is not the highest
   */
  PublishedRules publish(
      RuleSet rules, RuleShelf shelf, String actor, long now, Duration patience) {
    NewRules message = RuleFile.message(rules, actor, now);
    Optional<ShelvedRules> before = shelf.withId(message.id());
    if (before.isEmpty()) {
      checkVersion(rules, shelf);
      store.upsert(List.of(AskedDocuments.rules(message)));
    }
    Optional<Answer> answer = answers.await("", message.id(), patience);
    return PublishedRules.of(message.id(), rules.version(), answer, patience);
  }

  private static void checkVersion(RuleSet rules, RuleShelf shelf) {
    if (rules.version() <= shelf.newestVersion()) {
      throw new CommandFailed(
          "The rules have version %d, expected one above %d, the newest there is: raise it in their line `version`. Nothing is published"
              .formatted(rules.version(), shelf.newestVersion()),
          null);
    }
  }
}
