package io.vigil.alert;

/** How far something that a detector sees has got. */
public enum Phase {
  BEGAN(0),
  /** Still so; what is known of it or how bad it is may have changed. */
  GOES_ON(1),
  /** Over by the participant's own doing, such as getting up; a latched alert stays active. */
  RECOVERED(1),
  ENDED(2);

  private final int order;

  Phase(int order) {
    this.order = order;
  }

  /** Its place among the phases of one incident. */
  int order() {
    return order;
  }
}
