package io.vigil.alert;

import io.vigil.alert.fall.FallModelFile;
import java.io.Serializable;

/**
 * What alerts follow.
 *
 * @param rules the text of a {@code rules.yaml}
 * @param fallModel the text of a model of falls, as {@link FallModelFile} writes it
 * @param replay whether time is each participant's own, and nobody is to be called
 */
public record AlertSettings(String rules, String fallModel, boolean replay)
    implements Serializable {

  /** The rules and the model of falls that come with Vigil, for historical samples. */
  public static AlertSettings ofReplay() {
    return new AlertSettings(
        RuleSet.shipped().text(), FallModelFile.write(FallModelFile.shipped()), true);
  }

  /** The same by other rules. */
  public AlertSettings withRules(String text) {
    return new AlertSettings(text, fallModel, replay);
  }

  /** The same with another model of falls. */
  public AlertSettings withFallModel(String text) {
    return new AlertSettings(rules, text, replay);
  }

  /** The same for samples that arrive now. */
  public AlertSettings live() {
    return new AlertSettings(rules, fallModel, false);
  }
}
