package io.vigil.train;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How many answers it takes to be as good as with others, between the points of a curve. */
public final class AnswerRatio {

  /**
   * The first answers of one curve that are as good as the last of the other, as a share of those.
   *
   * @param answers asked for, rising
   * @param curve a figure for each, the higher the better
   * @param other the same of the other way to ask
   * @return below 1 where fewer do; empty where the curve does not get there
   */
  public static OptionalDouble of(List<Integer> answers, List<Double> curve, List<Double> other) {
    int last = answers.size() - 1;
    double goal = other.get(last);
    for (int i = 0; i <= last; i++) {
      if (curve.get(i) >= goal) {
        return OptionalDouble.of(reached(answers, curve, goal, i) / answers.get(last));
      }
    }
    return OptionalDouble.empty();
  }

  /** The same as a sentence. */
  public static String said(List<Integer> answers, List<Double> uncertain, List<Double> random) {
    int most = answers.get(answers.size() - 1);
    OptionalDouble ratio = of(answers, uncertain, random);
    return ratio.isPresent()
        ? String.format(
            Locale.ROOT,
            "asking when uncertain takes %.2f times the answers to be as good as %d at random; at random %.2f times are enough as well",
            ratio.getAsDouble(),
            most,
            of(answers, random, random).getAsDouble())
        : String.format(
            Locale.ROOT, "asking when uncertain is never as good as %d answers at random", most);
  }

  private static double reached(List<Integer> answers, List<Double> curve, double goal, int i) {
    if (i == 0) {
      return answers.get(0);
    }
    double share = (goal - curve.get(i - 1)) / (curve.get(i) - curve.get(i - 1));
    return answers.get(i - 1) + share * (answers.get(i) - answers.get(i - 1));
  }

  private AnswerRatio() {}
}
