package io.vigil.train.fall;

import io.vigil.activity.ModelRef;
import io.vigil.alert.fall.FallModel;
import java.util.Locale;
import java.util.Map;

/**
 * What a report says, in figures.
 *
 * @param model that was trained on everybody
 * @param leastScore from which score on it takes an impact for a fall
 * @param trials how often trials were told right
 * @param falseAlarms falls raised where there is none
 * @param falseAlarmsPerHour the same, an hour of recordings without a fall
 * @param hours of those
 * @param days recordings that are no trials
 * @param daysHours how long they are together
 * @param daysFalseAlarms falls raised in them
 * @param byPerson the rates of each person of trials
 * @param byKind the rates of each kind of movement
 */
public record FallFigures(
    ModelRef model,
    double leastScore,
    Rates trials,
    int falseAlarms,
    Double falseAlarmsPerHour,
    double hours,
    int days,
    double daysHours,
    int daysFalseAlarms,
    Map<String, Rates> byPerson,
    Map<String, Rates> byKind) {
  private static final int DIGITS = 3;

  /** Counts a report. */
  public static FallFigures of(FallModel model, FallReport report) {
    FallReport others = report.of(false);
    FallReport days = report.days();
    return new FallFigures(
        model.ref(),
        model.minScore(),
        report.rates(),
        others.raised(),
        Rates.share(others.raised(), others.hours()),
        Rates.rounded(others.hours(), DIGITS),
        days.outcomes().size(),
        Rates.rounded(days.hours(), DIGITS),
        days.raised(),
        report.ratesByPerson(),
        report.ratesByKind());
  }

  /** For people: some lines. */
  public String text() {
    return RatesText.figures(trials)
        + String.format(
            Locale.ROOT,
            "%d false alarms in %.1f h without a fall, %s an hour%n",
            falseAlarms,
            hours,
            RatesText.share(falseAlarmsPerHour))
        + String.format(
            Locale.ROOT,
            "of them %d in the %.1f h of %d recordings that are no trials%n",
            daysFalseAlarms,
            daysHours,
            days)
        + "worst people:%n".formatted()
        + RatesText.people(byPerson)
        + "worst kinds, by how many are taken wrong: %s%n".formatted(RatesText.kinds(byKind));
  }
}
