package io.vigil.train;

import io.vigil.model.GateFigure;
import io.vigil.model.Manifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model must show before it takes the place of another: not to be worse, beyond a margin, on
 * people it was not trained on, and not to call caregivers for nothing more often.
 *
 * @param f1Margin by how much macro F1 may be lower, 0 to 1
 * @param alertMargin by how many false alerts a person-day may be more, 0 or more
 */
public record Gate(double f1Margin, double alertMargin) {
  /** Differences within these are noise: fourteen people and a few days say no more. */
  public static final Gate DEFAULT = new Gate(0.01, 0.1);

  private static final String F1 = "macroF1";
  private static final String ALERTS = "falseAlertsAPersonDay";
  private static final int LEAST_PEOPLE = 2;

  /** Refuses margins that are none. */
  public Gate {
    if (!(f1Margin >= 0 && f1Margin <= 1)) {
      throw new IllegalArgumentException("The margin is %s, expected 0 to 1".formatted(f1Margin));
    }
    if (!(alertMargin >= 0 && alertMargin <= 1000)) {
      throw new IllegalArgumentException(
          "The margin of alerts is %s, expected 0 to 1000".formatted(alertMargin));
    }
  }

  /**
   * One of the two models.
   *
   * @param reference {@code name:version}
   * @param manifest what it is
   * @param f1ByPerson macro F1 of each participant left out; empty where that was not kept
   */
  public record Contender(String reference, Manifest manifest, Map<String, Double> f1ByPerson) {}

  /**
   * False alerts in a replay.
   *
   * @param alerts raised by what the model said, on days on which nobody was to be called
   * @param personDays over which
   */
  public record FalseAlerts(int alerts, double personDays) {
    double rate() {
      return alerts / personDays;
    }
  }

  /**
   * Compares how well two models do on people left out. Of the same people, it is macro F1 over all
   * windows; of others, the mean of the macro F1 of those in common.
   */
  public GateFigure macroF1(Contender candidate, Contender inForce) {
    Manifest mine = candidate.manifest();
    Manifest theirs = inForce.manifest();
    if (!mine.classScheme().equals(theirs.classScheme())) {
      return incomparable(
          "%s has the classes %s and %s has %s; train on the same classes",
          candidate.reference(), mine.classScheme(), inForce.reference(), theirs.classScheme());
    }
    if (!mine.metrics().method().equals(theirs.metrics().method())) {
      return incomparable(
          "%s was measured by %s and %s by %s; measure both in the same way",
          candidate.reference(),
          mine.metrics().method(),
          inForce.reference(),
          theirs.metrics().method());
    }
    if (samePeople(mine, theirs)) {
      return figure(
          candidate,
          inForce,
          mine.metrics().macroF1(),
          theirs.metrics().macroF1(),
          "over the same people");
    }
    List<String> common =
        candidate.f1ByPerson().keySet().stream()
            .filter(inForce.f1ByPerson()::containsKey)
            .sorted()
            .toList();
    if (common.size() < LEAST_PEOPLE) {
      return incomparable(
          "%s was measured on %s and %s on %s; train both on the same people",
          candidate.reference(),
          mine.trainedOn().participants(),
          inForce.reference(),
          theirs.trainedOn().participants());
    }
    return figure(
        candidate,
        inForce,
        mean(candidate, common),
        mean(inForce, common),
        "as the mean of the %d people in common".formatted(common.size()));
  }

  private GateFigure figure(
      Contender candidate, Contender inForce, double mine, double theirs, String over) {
    boolean passed = mine >= theirs - f1Margin;
    return new GateFigure(
        F1,
        figures(mine, theirs, f1Margin),
        passed,
        said(
            "macro F1 on people left out, %s: %s %.3f, %s in force %.3f, may be lower by %.3f: %s",
            over,
            candidate.reference(),
            mine,
            inForce.reference(),
            theirs,
            f1Margin,
            passed ? "passed" : "refused"));
  }

  /** Compares how often two models called for nothing in the same replay. */
  public GateFigure falseAlerts(
      String candidate, FalseAlerts mine, String inForce, FalseAlerts theirs) {
    if (!(mine.personDays() > 0)) {
      return new GateFigure(
          ALERTS,
          Map.of(),
          false,
          "false alerts cannot be compared: the files of the replay hold no time in which anybody"
              + " wore a sensor; give others");
    }
    boolean passed = mine.rate() <= theirs.rate() + alertMargin;
    return new GateFigure(
        ALERTS,
        figures(mine.rate(), theirs.rate(), alertMargin),
        passed,
        said(
            "false alerts a person-day in %.2f person-days: %s %.3f (%d), %s in force %.3f (%d), may"
                + " be more by %.3f: %s",
            mine.personDays(),
            candidate,
            mine.rate(),
            mine.alerts(),
            inForce,
            theirs.rate(),
            theirs.alerts(),
            alertMargin,
            passed ? "passed" : "refused"));
  }

  /** What stands in the history where nobody gave files to replay. */
  public static GateFigure noReplay() {
    return new GateFigure(
        ALERTS, Map.of(), true, "false alerts were not compared: no files to replay were given");
  }

  private static boolean samePeople(Manifest mine, Manifest theirs) {
    return mine.trainedOn().dataSha256().equals(theirs.trainedOn().dataSha256())
        || mine.trainedOn().participants().equals(theirs.trainedOn().participants());
  }

  private static double mean(Contender contender, List<String> people) {
    return people.stream().mapToDouble(contender.f1ByPerson()::get).average().orElseThrow();
  }

  private static GateFigure incomparable(String format, Object... arguments) {
    return new GateFigure(
        F1, Map.of(), false, "macro F1 cannot be compared: " + said(format, arguments));
  }

  private static Map<String, Double> figures(double mine, double theirs, double margin) {
    return new TreeMap<>(Map.of("candidate", mine, "inForce", theirs, "margin", margin));
  }

  private static String said(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
