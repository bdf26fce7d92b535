package io.vigil.train.personal;

import io.vigil.model.Scorer;
import io.vigil.model.ScoringState;
import java.util.HashMap;
import java.util.Map;

/** Holds answers of a wearer out, and lets models that were not given them answer. */
final class Proving {
  /** Errors that differ by no more are the same but for rounding. */
  private static final double ROUNDING = 1e-9;

  private final Adaptation adaptation;

  Proving(Adaptation adaptation) {
    this.adaptation = adaptation;
  }

  Proof of(Answers answers) {
    double common = 0;
    double held = 0;
    double unheard = 0;
    int better = 0;
    int worse = 0;
    Map<String, Scorer> withoutActivity = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      int one = i;
      String activity = answers.classes().get(i);
      Scorer others = adaptation.unsmoothed(answers.where(other -> other != one));
      Scorer otherActivities =
          withoutActivity.computeIfAbsent(
              activity,
              it ->
                  adaptation.unsmoothed(
                      answers.where(other -> !answers.classes().get(other).equals(it))));
      double everybodys = error(adaptation.everybodysUnsmoothed(), answers, i);
      double[] own = {error(others, answers, i), error(otherActivities, answers, i)};
      for (double error : own) {
        better += error < everybodys - ROUNDING ? 1 : 0;
        worse += error > everybodys + ROUNDING ? 1 : 0;
      }
      common += everybodys;
      held += own[0];
      unheard += own[1];
    }
    int size = Math.max(1, answers.size());
    return new Proof(
        answers.size(),
        answers.activities().size(),
        better,
        worse,
        common / size,
        held / size,
        unheard / size);
  }

  /** Each window by itself: answers lie far apart, and nothing is smoothed over that. */
  private double error(Scorer scorer, Answers answers, int i) {
    double[] probabilities =
        scorer.score(answers.windows().get(i), new ScoringState()).probabilities();
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      boolean answer = adaptation.classes().get(c).equals(answers.classes().get(i));
      double away = (answer ? 1 : 0) - probabilities[c];
      sum += away * away;
    }
    return sum;
  }
}
