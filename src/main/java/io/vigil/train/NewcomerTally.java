package io.vigil.train;

import io.vigil.activity.ClassScheme;
import io.vigil.activity.Prediction;
import io.vigil.train.NewcomerReport.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was said of newcomers, by number of answers and by who chose what to ask. */
final class NewcomerTally {
  private final ClassScheme scheme;
  private final Map<Integer, List<Prediction>> uncertain = new TreeMap<>();
  private final Map<Integer, Map<Integer, List<Prediction>>> random = new TreeMap<>();

  NewcomerTally(ClassScheme scheme) {
    this.scheme = scheme;
  }

  void uncertain(int answers, List<Prediction> said) {
    uncertain.computeIfAbsent(answers, n -> new ArrayList<>()).addAll(said);
  }

  void random(int answers, int draw, List<Prediction> said) {
    random
        .computeIfAbsent(answers, n -> new TreeMap<>())
        .computeIfAbsent(draw, d -> new ArrayList<>())
        .addAll(said);
  }

  /** All windows of all rotations together. */
  List<NewcomerReport.Point> points(List<Integer> answers) {
    return answers.stream()
        .map(
            n ->
                new NewcomerReport.Point(
                    n,
                    figures(uncertain.get(n)),
                    Figures.mean(random.get(n).values().stream().map(this::figures).toList())))
        .toList();
  }

  private Figures figures(List<Prediction> said) {
    return Figures.of(Evaluation.of(said, scheme, null));
  }
}
