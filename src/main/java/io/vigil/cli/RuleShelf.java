package io.vigil.cli;

import io.vigil.alert.RuleSet;
import io.vigil.settings.Settings;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules there are: those that a job begins with, and those that were published since.
 *
 * @param first those of the settings, or those that come with Vigil
 * @param published the oldest first
 */
record RuleShelf(RuleSet first, List<ShelvedRules> published) {

  RuleShelf {
    published = List.copyOf(published);
  }

  /** What a store has. */
  static RuleShelf of(DocumentStore store, Settings settings) {
    List<Document> documents = new ArrayList<>();
    store.scan(Container.RULES, documents::add);
    Answers answers = new Answers(store, null);
    return new RuleShelf(
        AlertFiles.rules(settings),
        documents.stream()
            .map(document -> ShelvedRules.of(document, answers.find("", document.id())))
            .sorted(Comparator.comparing(one -> one.message().time()))
            .toList());
  }

  /** Those that the job follows: of those it took and those it began with the highest version. */
  RuleSet inForce() {
    return Stream.concat(
            Stream.of(first),
            published.stream().filter(ShelvedRules::followed).flatMap(one -> one.rules().stream()))
        .max(Comparator.comparingInt(RuleSet::version))
        .orElse(first);
  }

  /** The highest version there is, those aside that the job refused. */
  int newestVersion() {
    return usable().mapToInt(RuleSet::version).max().orElse(0);
  }

  /** The rules of a version; of several those that the job follows or took, or else the newest. */
  Optional<RuleSet> ofVersion(int version) {
    return Stream.concat(
            Stream.concat(published.stream().filter(ShelvedRules::followed), published.stream())
                .filter(one -> !one.refused())
                .flatMap(one -> one.rules().stream()),
            Stream.of(first))
        .filter(rules -> rules.version() == version)
        .findFirst();
  }

  /** What was published under an id. */
  Optional<ShelvedRules> withId(String id) {
    return published.stream().filter(one -> one.message().id().equals(id)).findFirst();
  }

  private Stream<RuleSet> usable() {
    return Stream.concat(
        Stream.of(first),
        published.stream().filter(one -> !one.refused()).flatMap(one -> one.rules().stream()));
  }
}
