package io.vigil.train.fall;

import io.vigil.train.TrainingRefused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which people of recordings are one body, which is never on both sides of a split. */
public final class Bodies {
  private final List<List<String>> groups;
  private final String prefix;
  private final Set<String> met;

  /**
   * @param groups of people that are one body, who is called as the first of them
   * @throws TrainingRefused if somebody is in two groups
   */
  public Bodies(List<List<String>> groups) {
    this(groups, "", new HashSet<>());
    List<String> all = groups.stream().flatMap(List::stream).toList();
    if (Set.copyOf(all).size() != all.size()) {
      throw new TrainingRefused(
          "The groups of one person are " + groups + ", expected each participant once");
    }
  }

  private Bodies(List<List<String>> groups, String prefix, Set<String> met) {
    this.groups = groups.stream().map(List::copyOf).toList();
    this.prefix = prefix;
    this.met = met;
  }

  /** The same, with a name put before those of people. */
  public Bodies called(String name) {
    return new Bodies(groups, name + "-", met);
  }

  /** The recordings, each with its body. */
  public List<Recording> of(List<Recording> recordings) {
    return recordings.stream()
        .map(recording -> recording.by(prefix + body(recording.trial().person())))
        .toList();
  }

  /**
   * Ends the reading.
   *
   * @throws TrainingRefused if somebody in a group is in no recording
   */
  public void checkAllMet() {
    String missing =
        groups.stream()
            .flatMap(List::stream)
            .filter(person -> !met.contains(person))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new TrainingRefused(
          "There is no recording of %s of the same person, expected one of each of %s"
              .formatted(missing, groups));
    }
  }

  private String body(String person) {
    met.add(person);
    return groups.stream()
        .filter(group -> group.contains(person))
        .map(group -> group.get(0))
        .findFirst()
        .orElse(person);
  }
}
