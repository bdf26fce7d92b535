package io.vigil.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well a model does on people it was not trained on.
 *
 * @param method how the people were left out
 * @param windows how many were scored
 * @param accuracy share of them with the right class
 * @param macroF1 mean of the classes' F1
 * @param perClass in the order of the classes
 */
public record Metrics(
    String method,
    long windows,
    double accuracy,
    double macroF1,
    Map<String, ClassMetrics> perClass) {

  public Metrics {
    perClass = Collections.unmodifiableMap(new LinkedHashMap<>(perClass));
  }
}
