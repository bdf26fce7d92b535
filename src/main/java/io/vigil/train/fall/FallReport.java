package io.vigil.train.fall;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How well falls are told from everything else.
 *
 * @param outcomes one a recording
 */
public record FallReport(List<Outcome> outcomes) {
  public FallReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Share of the recordings with a fall in which one was raised; 1 where there is none. */
  public double sensitivity() {
    return share(outcomes, true);
  }

  /** Share of the recordings without a fall in which none was raised; 1 where there is none. */
  public double specificity() {
    return share(outcomes, false);
  }

  /** The worse of the two. */
  public double worse() {
    return Math.min(sensitivity(), specificity());
  }

  /** Falls raised in recordings without one, each hour. */
  public double falseAlarmsPerHour() {
    List<Outcome> others = outcomes.stream().filter(o -> !o.trial().isFall()).toList();
    double hours = others.stream().mapToDouble(Outcome::hours).sum();
    return others.stream().mapToInt(o -> o.falls().size()).sum() / Math.max(1e-9, hours);
  }

  /** The same for each person. */
  public Map<String, FallReport> byPerson() {
    return by(Trial::person);
  }

  /** The same for each kind of movement. */
  public Map<String, FallReport> byKind() {
    return by(Trial::kind);
  }

  /** The recordings that were taken for what they are not. */
  public List<Outcome> wrong() {
    return outcomes.stream().filter(outcome -> !outcome.isRight()).toList();
  }

  private Map<String, FallReport> by(Function<Trial, String> key) {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                outcome -> key.apply(outcome.trial()),
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), FallReport::new)));
  }

  private static double share(List<Outcome> outcomes, boolean fall) {
    List<Outcome> such = outcomes.stream().filter(o -> o.trial().isFall() == fall).toList();
    long right = such.stream().filter(Outcome::isRight).count();
    return such.isEmpty() ? 1 : (double) right / such.size();
  }
}
