package io.vigil.train;

import java.util.Locale;

/** How a classifier is trained. Only a forest can be stored; the others are for comparison. */
public enum Algorithm {
  /** Smile's random forest. */
  FOREST,
  /** Smile's gradient boosted trees. */
  BOOSTING,
  /** Smile's multinomial logistic regression, on standardised features. */
  LOGISTIC;

  /** As the command line has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
