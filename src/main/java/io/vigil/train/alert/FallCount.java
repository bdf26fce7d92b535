package io.vigil.train.alert;

import io.vigil.alert.Alert;
import io.vigil.train.fall.Rates;
import io.vigil.train.fall.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts alerts of falls, recording by recording: those of which a truth says when somebody fell,
 * trials, whose name says whether somebody fell, and days, in which nobody did.
 */
public final class FallCount {
  /** An alert tells of a fall whose impact is no further than this from its own. */
  private static final long SAME_FALL_MICROS = 3_000_000;

  private static final double HOUR_MICROS = 3.6e9;
  private static final int HOURS_A_DAY = 24;
  private static final int DIGITS = 3;

  private final SortedMap<String, Rates> byPerson = new TreeMap<>();
  private final SortedMap<String, Rates> byKind = new TreeMap<>();
  private final List<Long> delays = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> alarmed = new ArrayList<>();
  private int falseAlarms;
  private long quietMicros;

  /**
   * Counts a recording in which it is known when somebody fell.
   *
   * @param alerts of falls, all of them
   * @param impacts of the falls, microseconds since the epoch; none where nobody fell
   * @param wornMicros how long the sensor was worn
   */
  public void known(String id, List<Alert> alerts, List<Long> impacts, long wornMicros) {
    int found = 0;
    for (long impact : impacts) {
      List<Alert> tell = alerts.stream().filter(alert -> tellsOf(alert, impact)).toList();
      found += tell.isEmpty() ? 0 : 1;
      // When a later occurrence of an alert was detected is not in it.
      tell.stream()
          .filter(alert -> isNear(alert.key().start(), impact))
          .mapToLong(alert -> alert.times().detected() - impact)
          .min()
          .ifPresent(delays::add);
    }
    byPerson.merge(id, Rates.ofFalls(impacts.size(), found), Rates::plus);
    if (found < impacts.size()) {
      missed.add(id);
    }
    List<Alert> others =
        alerts.stream()
            .filter(alert -> impacts.stream().noneMatch(impact -> tellsOf(alert, impact)))
            .toList();
    wrong(id, others.size(), wornMicros);
  }

  /** Counts a trial or a day. */
  public void named(Trial trial, List<Alert> alerts, long wornMicros) {
    boolean told = !alerts.isEmpty();
    if (trial.isFall()) {
      alerts.forEach(alert -> delays.add(alert.times().detected() - alert.key().start()));
      if (!told) {
        missed.add(trial.id());
      }
    } else {
      wrong(trial.id(), alerts.size(), wornMicros);
    }
    if (!trial.isDay()) {
      Rates rates = trial.isFall() ? Rates.ofFalls(1, told ? 1 : 0) : Rates.ofOther(!told);
      byPerson.merge(trial.person(), rates, Rates::plus);
      byKind.merge(trial.kind(), rates, Rates::plus);
    }
  }

  /** What was counted. */
  public FallScore score() {
    double hours = quietMicros / HOUR_MICROS;
    return new FallScore(
        byPerson.values().stream().reduce(Rates.NONE, Rates::plus),
        falseAlarms,
        Rates.rounded(hours, DIGITS),
        Rates.share(falseAlarms, hours),
        Rates.share(falseAlarms * HOURS_A_DAY, hours),
        Delay.of(delays),
        byPerson,
        byKind,
        List.copyOf(missed),
        List.copyOf(alarmed));
  }

  private void wrong(String id, int alerts, long wornMicros) {
    falseAlarms += alerts;
    quietMicros += wornMicros;
    if (alerts > 0) {
      alarmed.add(id);
    }
  }

  private static boolean tellsOf(Alert alert, long impact) {
    return isNear(alert.key().start(), impact)
        || alert.occurrences().kept().stream().anyMatch(one -> isNear(one.start(), impact));
  }

  private static boolean isNear(long time, long impact) {
    return Math.abs(time - impact) <= SAME_FALL_MICROS;
  }
}
