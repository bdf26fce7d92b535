package io.vigil.metric;

import java.util.Locale;

/** How a metric moves. */
public enum Kind {
  /** It only rises, and begins anew at 0 with its process or task. */
  COUNTER,
  /** What is so now. */
  GAUGE,
  /** How its values are spread. */
  HISTOGRAM;

  /** As the reference page writes it. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
