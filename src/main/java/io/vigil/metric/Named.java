package io.vigil.metric;

import java.util.List;

/** What the reference page says of a metric. */
public interface Named {

  /** As Prometheus knows it. */
  String prometheus();

  /** How it moves. */
  Kind kind();

  /** What it counts, or what it is measured in. */
  String unit();

  /** The labels that tell its series apart, besides those that every metric of its process has. */
  List<String> labels();

  /** What it says. */
  String comment();
}
