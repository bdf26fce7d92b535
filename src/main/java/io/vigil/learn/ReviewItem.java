package io.vigil.learn;

import io.vigil.activity.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Windows of one participant that the model calls by one name, asked for one reason and settled by
 * one answer.
 *
 * @param windows in order of time, at least one
 * @param contested whether reviewers differ about them
 */
public record ReviewItem(List<Question> windows, boolean contested) {

  public ReviewItem {
    windows = List.copyOf(windows);
  }

  /** Whose. */
  public String participantId() {
    return windows.get(0).participantId();
  }

  /** What the model says. */
  public String activity() {
    return windows.get(0).activity();
  }

  /** The first instant of the first window, microseconds since the epoch (UTC). */
  public long start() {
    return windows.get(0).start();
  }

  /** The first instant after the last window. */
  public long end() {
    return windows.stream().mapToLong(Question::end).max().getAsLong();
  }

  /** The windows' mean margin, 0 to 1. */
  public double margin() {
    return windows.stream().mapToDouble(Question::margin).average().getAsDouble();
  }

  /** The windows' mean confidence, 0 to 1. */
  public double confidence() {
    return windows.stream().mapToDouble(Question::confidence).average().getAsDouble();
  }

  /** Each class's mean probability, in the order of the first window's model. */
  public Map<String, Double> probabilities() {
    Map<String, Double> means = new LinkedHashMap<>();
    for (Question window : windows) {
      window
          .probabilities()
          .forEach((name, probability) -> means.merge(name, probability, Double::sum));
    }
    means.replaceAll((name, sum) -> sum / windows.size());
    return means;
  }

  /** Whether they were drawn by chance, and not because the model is unsure. */
  public boolean isDrawn() {
    return windows.get(0).reason() == Reason.UNIFORM;
  }

  /**
   * The part of it before the model says something else: one answer must not be taken for what
   * happened in between.
   *
   * @param said what the model says of this participant around it, in any order
   */
  public ReviewItem untilSomethingElse(List<Episode> said) {
    List<Question> kept = new ArrayList<>(List.of(windows.get(0)));
    for (Question next : windows.subList(1, windows.size())) {
      long from = kept.get(kept.size() - 1).end();
      if (said.stream()
          .anyMatch(
              episode ->
                  !episode.activity().equals(activity())
                      && episode.start() < next.start()
                      && episode.end() > from)) {
        break;
      }
      kept.add(next);
    }
    return new ReviewItem(kept, contested);
  }
}
