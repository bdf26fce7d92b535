package io.vigil.train.personal;

import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Metrics;
import io.vigil.model.ModelArtifact;
import io.vigil.train.Dataset;
import io.vigil.train.Evaluation;
import io.vigil.train.NewcomerReport;
import io.vigil.train.NewcomerStudy;
import io.vigil.train.Person;
import io.vigil.train.Trainer;
import io.vigil.train.TrainingOptions;
import io.vigil.train.TrainingRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What answers about a wearer are worth: everybody's model is trained without the wearer's body, a
 * reviewer answers about the first half of the wearer's recording, and the second half decides.
 */
public final class PersonalStudy {
  private final TrainingOptions options;
  private final PersonalOptions personal;
  private final IntConsumer done;

  /**
   * Studies what the options would train.
   *
   * @param done told how many bodies are done, for progress
   */
  public PersonalStudy(TrainingOptions options, PersonalOptions personal, IntConsumer done) {
    this.options = options;
    this.personal = personal;
    this.done = done;
  }

  /** Every participant with everybody's model of the others. */
  Map<String, Wearer> wearers(List<Measured> windows) {
    Map<String, List<Measured>> recordings = recordings(windows);
    Dataset dataset = dataset(recordings);
    if (dataset.people().size() < 3) {
      throw new TrainingRefused(
          "There are %d people, expected three or more: one to adapt to, and two to train everybody's model on"
              .formatted(dataset.people().size()));
    }
    Map<String, Wearer> wearers = new TreeMap<>();
    int bodies = 0;
    for (Person person : dataset.people()) {
      Adaptation adaptation = new Adaptation(without(person, dataset), personal);
      for (String participant : person.participants()) {
        wearers.put(
            participant, new Wearer(recordings.get(participant), adaptation, options.scheme()));
      }
      done.accept(++bodies);
    }
    return wearers;
  }

  /**
   * Compares models a participant.
   *
   * @param windows of everybody, with true labels
   * @param reviewed answers a participant at most
   */
  public PersonalReport run(List<Measured> windows, int reviewed) {
    return run(wearers(windows), reviewed);
  }

  /** The same, and how the figures grow with the answers. */
  public PersonalReport run(List<Measured> windows, int reviewed, List<Integer> points, int seeds) {
    Map<String, Wearer> wearers = wearers(windows);
    return run(wearers, reviewed).with(LearningCurve.of(wearers.values(), points, seeds));
  }

  /**
   * What answers about some people are worth to others.
   *
   * @param weight how many windows an answer counts as
   * @param draws at random
   */
  public NewcomerReport newcomers(
      List<Measured> windows, int weight, List<Integer> points, int draws) {
    Map<String, List<Measured>> recordings = recordings(windows);
    return new NewcomerStudy(options, weight, done)
        .run(dataset(recordings), recordings, points, draws);
  }

  private static Map<String, List<Measured>> recordings(List<Measured> windows) {
    Map<String, List<Measured>> recordings = new TreeMap<>();
    for (Measured window : windows) {
      recordings.computeIfAbsent(window.participantId(), id -> new ArrayList<>()).add(window);
    }
    recordings
        .values()
        .forEach(own -> own.sort(Comparator.comparing(window -> window.features().start())));
    return recordings;
  }

  private static PersonalReport run(Map<String, Wearer> wearers, int reviewed) {
    List<PersonalReport.Row> rows = new ArrayList<>();
    wearers.forEach((participant, wearer) -> rows.add(row(participant, wearer, reviewed)));
    return PersonalReport.of(rows);
  }

  private static PersonalReport.Row row(String participant, Wearer wearer, int reviewed) {
    Answers answers = wearer.asked(reviewed);
    Evaluation common = wearer.everybodys();
    Evaluation own = wearer.own(answers);
    Proof proof = wearer.prove(answers);
    return PersonalReport.Row.of(
        participant, answers.size(), common.windows(), common.accuracy(), own.accuracy(), proof);
  }

  private Dataset dataset(Map<String, List<Measured>> recordings) {
    List<FeatureVector> live = new ArrayList<>();
    List<FeatureVector> settled = new ArrayList<>();
    for (List<Measured> recording : recordings.values()) {
      recording.forEach(window -> live.add(window.features()));
      settled.addAll(SettledWindows.of(recording.stream().map(Measured::window).toList()));
    }
    return Dataset.of(live, settled, options.scheme(), options.samePerson());
  }

  private ModelArtifact without(Person person, Dataset dataset) {
    List<Person> others = dataset.people().stream().filter(other -> other != person).toList();
    return new Trainer(options)
        .artifact(
            "everybody-else",
            Instant.EPOCH,
            new Dataset(dataset.scheme(), others),
            FeatureExtractor.SCHEMA,
            "",
            new Metrics("not measured", 0, 0, 0, Map.of()));
  }
}
