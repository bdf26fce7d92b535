package io.vigil.alert;

/** A word for several statuses, as people ask for alerts. */
public enum StatusWord {
  ANY,
  ACTIVE,
  CLEARED,
  ACK,
  UNACK;

  /** Whether a status is one of them. */
  public boolean has(Status status) {
    return switch (this) {
      case ANY -> true;
      case ACTIVE -> status.active();
      case CLEARED -> !status.active();
      case ACK -> status.acknowledged();
      case UNACK -> !status.acknowledged();
    };
  }
}
