package io.vigil.metric;

import java.util.List;

/** A metric of which the reference page has a line. */
public interface Named {

  /** What the page says of it. */
  Described described();

  /** As Prometheus knows it. */
  default String prometheus() {
    return described().prometheus();
  }

  /** How it moves. */
  default Kind kind() {
    return described().kind();
  }

  /** What it counts, or what it is measured in. */
  default String unit() {
    return described().unit();
  }

  /** The labels that tell its series apart, besides those that every metric of its process has. */
  default List<String> labels() {
    return described().labels();
  }

  /** What it says. */
  default String comment() {
    return described().comment();
  }
}
