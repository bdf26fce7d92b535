package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Windows by person, in an order that does not depend on the order they came in.
 *
 * @param scheme how labels become classes
 * @param people in the order of their first participant
 */
public record Dataset(ClassScheme scheme, List<Person> people) {
  public Dataset {
    people = List.copyOf(people);
  }

  /**
   * Sorts windows to people.
   *
   * @throws TrainingRefused if there are fewer than two classes or people with labelled windows, a
   *     group names a participant that is not there, a feature is not finite, a label is of no
   *     known activity, or two windows of the same time have different ones
   */
  public static Dataset of(
      List<FeatureVector> windows, ClassScheme scheme, List<List<String>> samePerson) {
    return of(windows, windows, scheme, samePerson);
  }

  /**
   * Sorts windows to people, those to score and those to train on; see {@link Person}.
   *
   * @throws TrainingRefused as {@link #of(List, ClassScheme, List)}
   */
  public static Dataset of(
      List<FeatureVector> windows,
      List<FeatureVector> settled,
      ClassScheme scheme,
      List<List<String>> samePerson) {
    LabelCheck.known(windows, scheme);
    Map<String, List<FeatureVector>> scored = byParticipant(windows);
    Map<String, List<FeatureVector>> trained = byParticipant(settled);
    scored.values().forEach(LabelCheck::oneOfATime);
    trained.values().forEach(LabelCheck::oneOfATime);
    if (!scored.keySet().equals(trained.keySet())) {
      throw new TrainingRefused(
          "The windows to score are of %s and those to train on of %s, expected the same participants"
              .formatted(scored.keySet(), trained.keySet()));
    }
    Dataset dataset = new Dataset(scheme, people(scored, trained, samePerson));
    dataset.check(windows.size());
    return dataset;
  }

  private static Map<String, List<FeatureVector>> byParticipant(List<FeatureVector> windows) {
    Map<String, List<FeatureVector>> byParticipant = new TreeMap<>();
    for (FeatureVector window : windows) {
      checkFinite(window);
      byParticipant.computeIfAbsent(window.participantId(), id -> new ArrayList<>()).add(window);
    }
    byParticipant.values().forEach(own -> own.sort(Comparator.comparing(FeatureVector::start)));
    return byParticipant;
  }

  private static List<Person> people(
      Map<String, List<FeatureVector>> byParticipant,
      Map<String, List<FeatureVector>> settled,
      List<List<String>> samePerson) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (List<String> group : samePerson) {
      for (String id : group) {
        if (!byParticipant.containsKey(id)) {
          throw new TrainingRefused(
              "Participant "
                  + id
                  + " of the same person "
                  + group
                  + " has no windows, expected one"
                  + " of "
                  + byParticipant.keySet());
        }
        groups.put(id, group.stream().sorted().toList());
      }
    }
    return byParticipant.keySet().stream()
        .map(id -> groups.getOrDefault(id, List.of(id)))
        .distinct()
        .map(
            ids ->
                new Person(
                    ids,
                    ids.stream().flatMap(id -> byParticipant.get(id).stream()).toList(),
                    ids.stream().flatMap(id -> settled.get(id).stream()).toList()))
        .toList();
  }

  private void check(int windows) {
    long labelled =
        people.stream().flatMap(person -> person.windows().stream()).filter(this::counts).count();
    if (labelled == 0) {
      throw new TrainingRefused(
          "None of " + windows + " windows has a label of the classes " + scheme.classes());
    }
    List<String> classes = classes();
    if (classes.size() < 2) {
      throw new TrainingRefused(
          "All "
              + labelled
              + " labelled windows are "
              + classes.get(0)
              + ", expected two classes or more");
    }
    long withLabels =
        people.stream().filter(p -> p.windows().stream().anyMatch(this::counts)).count();
    if (withLabels < 2) {
      throw new TrainingRefused(
          "All "
              + labelled
              + " labelled windows are of one person, expected two people or more:"
              + " nothing could be said of how the model does on somebody else");
    }
  }

  private boolean counts(FeatureVector window) {
    return scheme.classOf(window.activity()).isPresent();
  }

  /** The classes that windows have, in the scheme's order. */
  public List<String> classes() {
    return scheme.classes().stream()
        .filter(
            name ->
                people.stream()
                    .flatMap(person -> person.windows().stream())
                    .anyMatch(w -> scheme.classOf(w.activity()).filter(name::equals).isPresent()))
        .toList();
  }

  private static void checkFinite(FeatureVector window) {
    for (int f = 0; f < window.values().length; f++) {
      if (!Double.isFinite(window.values()[f])) {
        throw new TrainingRefused(
            "Feature "
                + f
                + " of participant "
                + window.participantId()
                + " at "
                + window.start()
                + " us is "
                + window.values()[f]
                + ", expected a finite number");
      }
    }
  }
}
