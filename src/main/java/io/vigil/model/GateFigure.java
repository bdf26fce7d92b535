package io.vigil.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that was asked of a model before it was promoted.
 *
 * @param measure what was compared
 * @param figures with their names; none where it could not be compared
 * @param passed whether the model may be promoted as far as this goes
 * @param says the figures in a sentence, and what to do where it was not passed
 */
public record GateFigure(String measure, Map<String, Double> figures, boolean passed, String says) {
  public GateFigure {
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }
}
