package io.vigil.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an alert was raised.
 *
 * @param sentence one plain sentence for a caregiver
 * @param measures the numbers behind it
 * @param snippet the samples around it as {@link Snippet} packs them, or the empty string
 */
public record Evidence(String sentence, List<Measure> measures, String snippet) {

  public Evidence {
    measures = List.copyOf(measures);
  }

  /** Evidence without samples. */
  public static Evidence of(String sentence, Measure... measures) {
    return new Evidence(sentence, List.of(measures), "");
  }

  /**
   * This as it goes on: the newer sentence; of each measure the newest value, so that those of the
   * beginning stay; the newest samples there are.
   */
  public Evidence and(Evidence newer) {
    Map<String, Measure> merged = new LinkedHashMap<>();
    measures.forEach(measure -> merged.put(measure.name(), measure));
    newer.measures.forEach(measure -> merged.put(measure.name(), measure));
    return new Evidence(
        newer.sentence,
        List.copyOf(merged.values()),
        newer.snippet.isEmpty() ? snippet : newer.snippet);
  }

  /** The same with the samples around it. */
  public Evidence with(String samples) {
    return new Evidence(sentence, measures, samples);
  }
}
