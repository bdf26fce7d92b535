package io.vigil.alert;

import java.io.Serializable;

/**
 * What alerts follow.
 *
 * @param rules the text of a {@code rules.yaml}
 * @param replay whether time is each participant's own, and nobody is to be called
 */
public record AlertSettings(String rules, boolean replay) implements Serializable {

  /** The rules that come with Vigil, for historical samples. */
  public static AlertSettings ofReplay() {
    return new AlertSettings(RuleSet.shippedText(), true);
  }

  /** The same for samples that arrive now. */
  public AlertSettings live() {
    return new AlertSettings(rules, false);
  }
}
