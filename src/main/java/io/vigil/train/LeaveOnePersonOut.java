package io.vigil.train;

import io.vigil.activity.Prediction;
import io.vigil.model.Smoothing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How a model would do on somebody new: each person in turn is left out, a model is trained on the
 * others, and every window of the person is scored on the path of the job.
 */
public final class LeaveOnePersonOut {
  /** As a manifest names it. */
  public static final String METHOD = "leave-one-person-out";

  private final TrainingOptions options;
  private final Consumer<Fold> done;

  /**
   * Evaluates what the options would train.
   *
   * @param done told of each fold as it ends, for progress
   */
  public LeaveOnePersonOut(TrainingOptions options, Consumer<Fold> done) {
    this.options = options;
    this.done = done;
  }

  /**
   * One person left out.
   *
   * @param leftOut who
   * @param trainedOn participants the fold's model saw, sorted
   * @param smoothing chosen without the person
   * @param predictions a window of the person each
   */
  public record Fold(
      List<String> leftOut,
      List<String> trainedOn,
      Smoothing smoothing,
      List<Prediction> predictions) {}

  /** One fold a person, in the order of the data set. */
  public List<Fold> run(Dataset dataset) {
    return run(dataset, dataset.people().size() - 1);
  }

  /**
   * The same with models of only so many of the others: those next to the person in the order of
   * the data set, which begins anew at its end.
   *
   * @param trained how many people a model is trained on, 1 up to all others
   */
  public List<Fold> run(Dataset dataset, int trained) {
    List<Person> people = dataset.people();
    Trainer trainer = new Trainer(options);
    List<Fold> folds = new ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      Person person = people.get(p);
      int first = p + 1;
      List<Person> others =
          IntStream.range(0, people.size())
              .filter(o -> Math.floorMod(o - first, people.size()) < trained)
              .mapToObj(people::get)
              .toList();
      Trained model = trainer.train(others);
      Fold fold =
          new Fold(
              person.participants(),
              model.set().windows().stream()
                  .map(w -> w.participantId())
                  .distinct()
                  .sorted()
                  .toList(),
              model.smoothing(),
              Replay.score(model.scorer(), person.windows()));
      folds.add(fold);
      done.accept(fold);
    }
    return folds;
  }

  /** All folds' predictions as one evaluation: every window that has a label counts the same. */
  public Evaluation evaluate(List<Fold> folds) {
    List<Prediction> pooled = folds.stream().flatMap(f -> f.predictions().stream()).toList();
    return Evaluation.of(pooled, options.scheme(), null);
  }
}
