package io.vigil.learn;

import io.vigil.learn.Verdict.Standing;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far reviewers are.
 *
 * @param windows that were asked, by what reviewers say of them
 * @param answers that each reviewer gave since the day began
 * @param agreements of each two reviewers who have answered the same windows
 */
public record ReviewProgress(
    Map<Standing, Long> windows, Map<String, Long> answers, List<Agreement> agreements) {

  public ReviewProgress {
    windows = Collections.unmodifiableMap(new EnumMap<>(windows));
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    agreements = List.copyOf(agreements);
  }
}
