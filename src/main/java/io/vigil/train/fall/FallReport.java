package io.vigil.train.fall;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /** The trials alone, without days' recordings. */
  public FallReport trials() {
    return only(outcome -> !outcome.trial().isDay());
  }

  /** The days' recordings alone. */
  public FallReport days() {
    return only(outcome -> outcome.trial().isDay());
  }

  /** Those with a fall, or those without one. */
  public FallReport of(boolean fall) {
    return only(outcome -> outcome.trial().isFall() == fall);
  }

  /** How long the recordings are together, in hours. */
  public double hours() {
    return outcomes.stream().mapToDouble(Outcome::hours).sum();
  }

  /** How many falls were raised, whether there was one or not. */
  public int raised() {
    return outcomes.stream().mapToInt(outcome -> outcome.falls().size()).sum();
  }

  /** Share of the recordings with a fall in which one was raised; 1 where there is none. */
  public double sensitivity() {
    return of(true).right();
  }

  /** Share of the recordings without a fall in which none was raised; 1 where there is none. */
  public double specificity() {
    return of(false).right();
  }

  /** The worse of the two. */
  public double worse() {
    return Math.min(sensitivity(), specificity());
  }

  /** Falls raised in recordings without one, each hour. */
  public double falseAlarmsPerHour() {
    FallReport others = of(false);
    return others.raised() / Math.max(1e-9, others.hours());
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

  /** How often trials were told right. */
  public Rates rates() {
    return trials().outcomes.stream().map(Outcome::rates).reduce(Rates.NONE, Rates::plus);
  }

  /** The same for each person. */
  public Map<String, Rates> ratesByPerson() {
    return rates(trials().byPerson());
  }

  /** The same for each kind of movement. */
  public Map<String, Rates> ratesByKind() {
    return rates(trials().byKind());
  }

  private static Map<String, Rates> rates(Map<String, FallReport> reports) {
    Map<String, Rates> rates = new TreeMap<>();
    reports.forEach((key, report) -> rates.put(key, report.rates()));
    return rates;
  }

  private Map<String, FallReport> by(Function<Trial, String> key) {
    return outcomes.stream()
        .collect(
            Collectors.groupingBy(
                outcome -> key.apply(outcome.trial()),
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), FallReport::new)));
  }

  private FallReport only(Predicate<Outcome> which) {
    return new FallReport(outcomes.stream().filter(which).toList());
  }

  private double right() {
    return outcomes.isEmpty() ? 1 : (double) (outcomes.size() - wrong().size()) / outcomes.size();
  }
}
