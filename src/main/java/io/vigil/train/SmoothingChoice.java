package io.vigil.train;

import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.model.Classifier;
import io.vigil.model.Scorer;
import io.vigil.model.Smoothing;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses how strongly to smooth by people the classifier did not see, all of them among the
 * training people: smoothing must be fitted to answers as uncertain as those of a new person.
 */
final class SmoothingChoice {
  private static final int PARTS = 3;
  private static final int TREES = 60;

  private final TrainingOptions options;

  SmoothingChoice(TrainingOptions options) {
    this.options = options;
  }

  /** The smoothing of the best macro F1; the first where there is nothing to choose by. */
  Smoothing among(List<Person> people) {
    List<Smoothing> candidates = options.smoothing();
    int parts = Math.min(PARTS, people.size());
    if (candidates.size() == 1 || parts < 2) {
      return candidates.get(0);
    }
    List<Part> scored =
        IntStream.range(0, parts)
            .mapToObj(p -> part(people, p, parts))
            .flatMap(Optional::stream)
            .toList();
    Smoothing best = candidates.get(0);
    double bestScore = -1;
    for (Smoothing candidate : candidates) {
      double score = macroF1(candidate, scored);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private double macroF1(Smoothing smoothing, List<Part> parts) {
    List<Prediction> predictions = new ArrayList<>();
    for (Part part : parts) {
      Fitted fitted = part.fitted();
      Scorer scorer = new Scorer(Trained.UNSTORED, fitted.classes(), part.answers(), smoothing);
      predictions.addAll(Replay.score(scorer, part.windows()));
    }
    return Evaluation.of(predictions, options.scheme(), null).macroF1();
  }

  /** Nothing where the people that remain do not show two classes. */
  private Optional<Part> part(List<Person> people, int part, int parts) {
    List<Person> training = new ArrayList<>();
    List<FeatureVector> windows = new ArrayList<>();
    for (int p = 0; p < people.size(); p++) {
      if (p % parts == part) {
        windows.addAll(people.get(p).windows());
      } else {
        training.add(people.get(p));
      }
    }
    Fitting fitting = options.fitting();
    TrainingSet set;
    try {
      set = TrainingSet.of(training, options);
    } catch (TrainingRefused e) {
      return Optional.empty();
    }
    Fitted fitted = Trainer.fit(set, fitting.withTrees(Math.min(TREES, fitting.trees())));
    return Optional.of(new Part(fitted, windows, remembered(fitted, windows)));
  }

  /** The classifier's answers, asked once and given for every candidate. */
  private static Classifier remembered(Fitted fitted, List<FeatureVector> windows) {
    Classifier classifier = fitted.classifier();
    Map<double[], double[]> answers = new IdentityHashMap<>();
    for (FeatureVector window : windows) {
      double[] answer = new double[fitted.classes().size()];
      classifier.probabilities(window.values(), answer);
      answers.put(window.values(), answer);
    }
    return (features, out) -> System.arraycopy(answers.get(features), 0, out, 0, out.length);
  }

  /** People left out of a fit, and its answers for them. */
  private record Part(Fitted fitted, List<FeatureVector> windows, Classifier answers) {}
}
