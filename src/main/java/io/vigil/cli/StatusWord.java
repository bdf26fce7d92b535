package io.vigil.cli;

import io.vigil.alert.Status;

/** A word for several statuses. */
enum StatusWord {
  ANY,
  ACTIVE,
  CLEARED,
  ACK,
  UNACK;

  /** Whether a status is one of them. */
  boolean has(Status status) {
    return switch (this) {
      case ANY -> true;
      case ACTIVE -> status.active();
      case CLEARED -> !status.active();
      case ACK -> status.acknowledged();
      case UNACK -> !status.acknowledged();
    };
  }
}
