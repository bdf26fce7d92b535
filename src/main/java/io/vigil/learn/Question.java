package io.vigil.learn;

import io.vigil.activity.ModelRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A window that people are asked about.
 *
 * @param participantId whose, as stores know them
 * @param start its first instant, microseconds since the epoch (UTC)
 * @param end the first instant after it
 * @param reason why it is asked
 * @param activity what the model says it is
 * @param confidence of the model in that, 0 to 1
 * @param probabilities of every class of the model, in its order
 * @param samples packed as a snippet; the empty string where they are left out
 * @param model that says so
 */
public record Question(
    String participantId,
    long start,
    long end,
    Reason reason,
    String activity,
    double confidence,
    Map<String, Double> probabilities,
    String samples,
    ModelRef model) {

  public Question {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  /**
   * How far the most probable class is ahead of the next, 0 to 1; with fewer than two classes 1:
   * there is nothing to confuse it with.
   */
  public double margin() {
    double best = 0;
    double next = 0;
    for (double probability : probabilities.values()) {
      next = Math.max(next, Math.min(best, probability));
      best = Math.max(best, probability);
    }
    return probabilities.size() < 2 ? 1 : best - next;
  }

  /** The same without samples, which take most of the room. */
  public Question withoutSamples() {
    return new Question(
        participantId, start, end, reason, activity, confidence, probabilities, "", model);
  }
}
