package io.vigil.train.explore;

import io.vigil.model.Smoothing;
import io.vigil.train.Dataset;
import io.vigil.train.Evaluation;
import io.vigil.train.LeaveOnePersonOut;
import io.vigil.train.LeaveOnePersonOut.Fold;
import io.vigil.train.TrainingOptions;
import io.vigil.train.TrainingRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * How much better a model becomes with every further person: each is left out in turn, and a model
 * of so many of the others, taken in turn too, is asked. While the curve still rises, more people
 * are worth more than another algorithm.
 */
public final class PeopleCurve {
  /** Enough to see the shape of the curve; the figures of a model come from training it. */
  private static final int TREES = 40;

  private final TrainingOptions options;

  public PeopleCurve(TrainingOptions options) {
    this.options =
        options
            .withFitting(options.fitting().withTrees(TREES))
            .withSmoothing(new Smoothing(0.8, 1));
  }

  /**
   * A point of the curve.
   *
   * @param people trained on
   * @param accuracy on those left out, 0 to 1
   * @param macroF1 on them, 0 to 1
   */
  public record Point(int people, double accuracy, double macroF1) {}

  /** Numbers of people that points are made for: 1, 2, 4, and so on, and all but one. */
  public static List<Integer> sizes(int people) {
    List<Integer> sizes = new ArrayList<>();
    for (int size = 1; size < people - 1; size *= 2) {
      sizes.add(size);
    }
    sizes.add(people - 1);
    return sizes;
  }

  /**
   * The points that can be made: too few people may show only one activity.
   *
   * @param done told how many points are done
   */
  public List<Point> points(Dataset dataset, IntConsumer done) {
    List<Point> points = new ArrayList<>();
    int made = 0;
    for (int size : sizes(dataset.people().size())) {
      try {
        LeaveOnePersonOut evaluation = new LeaveOnePersonOut(options, fold -> {});
        List<Fold> folds = evaluation.run(dataset, size);
        Evaluation result = evaluation.evaluate(folds);
        points.add(new Point(size, result.accuracy(), result.macroF1()));
      } catch (TrainingRefused e) {
        // Nothing could be trained on so few.
      }
      done.accept(++made);
    }
    return points;
  }
}
