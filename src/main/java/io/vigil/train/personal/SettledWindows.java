package io.vigil.train.personal;

import io.vigil.feature.FeatureExtractor;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.WearerReference;
import io.vigil.feature.WearerState;
import io.vigil.window.Window;
import java.util.List;

/**
 * A wearer's windows measured with the reference that all of them together have taught, as the job
 * will measure the next ones. As they were first measured, those before the wearer's first steps
 * are against nobody's posture in particular, and would teach what never comes again.
 */
public final class SettledWindows {

  /**
   * Measures windows of one wearer twice, the second time with what the first has taught.
   *
   * @param windows in order of time
   */
  public static List<FeatureVector> of(List<Window> windows) {
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState learning = new WearerState();
    windows.forEach(window -> extractor.extract(window, learning));
    return of(windows, learning.reference());
  }

  /**
   * Measures windows of a wearer of whom is known what all of their windows have taught.
   *
   * @param windows in order of time
   */
  public static List<FeatureVector> of(List<Window> windows, WearerReference reference) {
    FeatureExtractor extractor = new FeatureExtractor();
    WearerState settled = new WearerState();
    return windows.stream().map(window -> extractor.extract(window, settled, reference)).toList();
  }

  private SettledWindows() {}
}
