package io.vigil.train;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Scorer;
import io.vigil.model.Smoothing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Whether asking the uncertain makes everybody's model better for people nobody asked about. The
 * people are shared out in thirds: on one a first model is trained, of the next a reviewer answers
 * about some windows, and with these answers the model is trained again and scores the last, window
 * by window. Then everybody moves on by one place, all around.
 */
public final class NewcomerStudy {
  private final TrainingOptions options;
  private final int weight;
  private final IntConsumer done;

  /**
   * Studies what the options would train.
   *
   * @param weight how many windows of the first model an answer counts as, 1 or more
   * @param done told how many rotations are done, for progress
   */
  public NewcomerStudy(TrainingOptions options, int weight, IntConsumer done) {
    this.options = options;
    this.weight = weight;
    this.done = done;
  }

  /**
   * One point for each number of answers.
   *
   * @param recordings by participant, with true labels, in order of time
   * @param points answers a recording, rising
   * @param draws at random, 1 or more
   * @throws TrainingRefused if there are fewer than three people
   */
  public NewcomerReport run(
      Dataset dataset, Map<String, List<Measured>> recordings, List<Integer> points, int draws) {
    int people = dataset.people().size();
    if (people < 3) {
      throw new TrainingRefused(
          "There are %d people, expected three or more: to train on, to ask about and to score"
              .formatted(people));
    }
    NewcomerTally tally = new NewcomerTally(options.scheme());
    for (int first = 0; first < people; first++) {
      Thirds thirds = Thirds.of(dataset.people(), first);
      TrainingSet set = TrainingSet.of(thirds.trained(), options);
      List<Interview> interviews = interviews(thirds.asked(), recordings, scorer(set));
      for (int answers : points) {
        tally.uncertain(
            answers, scored(set, interviews, asked -> asked.uncertain(answers), thirds.scored()));
        for (int draw = 0; draw < draws; draw++) {
          int seed = draw;
          tally.random(
              answers,
              draw,
              scored(set, interviews, asked -> asked.random(answers, seed), thirds.scored()));
        }
      }
      done.accept(first + 1);
    }
    return new NewcomerReport(people, tally.points(points));
  }

  private List<Interview> interviews(
      List<Person> people, Map<String, List<Measured>> recordings, Scorer first) {
    return people.stream()
        .flatMap(
            person ->
                person.participants().stream()
                    .map(
                        id ->
                            Interview.of(
                                recordings.get(id), settled(person, id), first, options.scheme())))
        .toList();
  }

  private static List<FeatureVector> settled(Person person, String participant) {
    return person.settled().stream().filter(w -> w.participantId().equals(participant)).toList();
  }

  private List<Prediction> scored(
      TrainingSet set,
      List<Interview> interviews,
      Function<Interview, List<FeatureVector>> answers,
      List<Person> people) {
    List<FeatureVector> windows = new ArrayList<>(set.windows());
    interviews.stream()
        .flatMap(interview -> answers.apply(interview).stream())
        .forEach(answer -> windows.addAll(Collections.nCopies(weight, answer)));
    return Replay.score(
        scorer(TrainingSet.of(windows, options.scheme())),
        people.stream().flatMap(person -> person.windows().stream()).toList());
  }

  /** Nothing is smoothed: the figures are those of the forest. */
  private Scorer scorer(TrainingSet set) {
    Fitted fitted = Trainer.fit(set, options.fitting());
    return new Scorer(Trained.UNSTORED, fitted.classes(), fitted.classifier(), Smoothing.OFF);
  }
}
