package io.vigil.train.alert;

import io.vigil.activity.ModelRef;
import io.vigil.train.fall.RatesText;
import java.util.Locale;
import java.util.Map;

/**
 * Alerts beside what happened.
 *
 * @param model that told falls
 * @param fall how well falls were told
 * @param alerts how many there were of each type, on the recordings as they are
 * @param spliced how well what was spliced into them was found, or null where nothing was
 */
public record AlertEvaluation(
    ModelRef model, FallScore fall, Map<String, Integer> alerts, Spliced spliced) {

  /**
   * What was spliced into recordings.
   *
   * @param inactivity stretches in which the wearer lies still
   * @param silence gaps
   */
  public record Spliced(SpliceCount.Score inactivity, SpliceCount.Score silence) {

    private String text() {
      return line("INACTIVITY", "of stillness", inactivity) + line("SILENCE", "of gaps", silence);
    }

    private static String line(String type, String what, SpliceCount.Score score) {
      return String.format(
          Locale.ROOT,
          "spliced: %s recall %.4f %s in %d recordings, %d false alarms in the rest of them%n",
          type,
          score.recall(),
          what,
          score.spliced(),
          score.falseAlarms());
    }
  }

  /** For people: some lines. */
  public String text() {
    return "Falls told by %s:%d%n".formatted(model.name(), model.version())
        + RatesText.figures(fall.all())
        + String.format(
            Locale.ROOT,
            "%d false alarms in %.1f h worn: %s an hour, %s a person-day%n",
            fall.falseAlarms(),
            fall.hours(),
            RatesText.share(fall.falseAlarmsPerHour()),
            RatesText.share(fall.falseAlarmsPerPersonDay()))
        + delay()
        + "worst people:%n%s".formatted(RatesText.people(fall.byPerson()))
        + "worst kinds, by how many are taken wrong: %s%n".formatted(RatesText.kinds(fall.byKind()))
        + "alerts of the recordings as they are: %s%n".formatted(alerts)
        + (spliced == null ? "" : spliced.text());
  }

  private String delay() {
    Delay delay = fall.delaySeconds();
    return delay == null
        ? "no delay: no fall was raised%n".formatted()
        : String.format(
            Locale.ROOT,
            "delay after the impact: median %.3f s, 95th percentile %.3f s, longest %.3f s, of %d falls%n",
            delay.median(),
            delay.percentile95(),
            delay.longest(),
            delay.falls());
  }
}
