package io.vigil.train.alert;

import io.vigil.alert.Alert;
import io.vigil.train.fall.Rates;
import java.util.ArrayList;
import java.util.List;

/** Counts how often something spliced into recordings is found while it lasts. */
public final class SpliceCount {
  private final List<String> missed = new ArrayList<>();
  private int spliced;
  private int falseAlarms;

  /**
   * How many were found.
   *
   * @param spliced how many there were
   * @param recall the share of them that was found, to four digits; null where there was none
   * @param falseAlarms alerts that were raised anywhere else
   * @param missed participants whose was not found
   */
  public record Score(int spliced, Double recall, int falseAlarms, List<String> missed) {}

  /**
   * Counts a recording.
   *
   * @param alerts of the type that is looked for, all of them
   * @param from when it began, microseconds since the epoch (UTC)
   * @param to the first instant after it
   */
  public void add(String participantId, List<Alert> alerts, long from, long to) {
    long within =
        alerts.stream()
            .mapToLong(alert -> alert.times().detected())
            .filter(detected -> detected >= from && detected <= to)
            .count();
    spliced++;
    falseAlarms += (int) (alerts.size() - within);
    if (within == 0) {
      missed.add(participantId);
    }
  }

  /** What was counted. */
  public Score score() {
    return new Score(
        spliced, Rates.share(spliced - missed.size(), spliced), falseAlarms, List.copyOf(missed));
  }
}
