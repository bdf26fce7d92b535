package io.vigil.train.personal;

import io.vigil.train.Asking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How accuracy grows with answers: asked where the model is uncertain, and asked at random. */
public final class LearningCurve {

  /**
   * Mean accuracy over the wearers, each with the model in use after so many answers.
   *
   * @param answers asked for, a wearer
   * @param uncertain accuracy where the review budget chose the windows
   * @param random accuracy where chance did, the mean of several draws
   */
  public record Point(int answers, double uncertain, double random) {}

  /**
   * One point for each number of answers.
   *
   * @param seeds how many random draws
   */
  static List<Point> of(Collection<Wearer> wearers, List<Integer> points, int seeds) {
    List<Point> curve = new ArrayList<>();
    for (int answers : points) {
      curve.add(
          new Point(
              answers,
              mean(wearers, wearer -> inUse(wearer, wearer.asked(answers))),
              mean(wearers, wearer -> random(wearer, answers, seeds))));
    }
    return List.copyOf(curve);
  }

  private static double random(Wearer wearer, int answers, int seeds) {
    double sum = 0;
    for (int seed = 0; seed < seeds; seed++) {
      long chance = 31L * seed + wearer.participantId().hashCode();
      sum += inUse(wearer, wearer.answers(Asking.random(wearer.askable(), answers, chance)));
    }
    return sum / seeds;
  }

  private static double inUse(Wearer wearer, Answers answers) {
    return wearer.proven(answers).orElseGet(wearer::everybodys).accuracy();
  }

  private static double mean(
      Collection<Wearer> wearers, java.util.function.ToDoubleFunction<Wearer> figure) {
    return wearers.stream().mapToDouble(figure).average().orElse(0);
  }

  private LearningCurve() {}
}
