package io.vigil.alert;

/** Where an alert is in its life: whether its cause goes on, and whether a person has seen it. */
public enum Status {
  ACTIVE_UNACK,
  ACTIVE_ACK,
  CLEARED_UNACK,
  CLEARED_ACK;

  /** Whether it is not cleared. */
  public boolean active() {
    return this == ACTIVE_UNACK || this == ACTIVE_ACK;
  }

  /** Whether somebody has acknowledged it. */
  public boolean acknowledged() {
    return this == ACTIVE_ACK || this == CLEARED_ACK;
  }

  Status acknowledge() {
    return active() ? ACTIVE_ACK : CLEARED_ACK;
  }

  Status unacknowledge() {
    return active() ? ACTIVE_UNACK : CLEARED_UNACK;
  }

  Status clear() {
    return acknowledged() ? CLEARED_ACK : CLEARED_UNACK;
  }
}
