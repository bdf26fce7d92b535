package io.vigil.alert;

import java.util.List;

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

  /** The same with the samples around it. */
  public Evidence with(String samples) {
    return new Evidence(sentence, measures, samples);
  }
}
