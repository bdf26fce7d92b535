package io.vigil.learn;

import io.vigil.model.Scored;

/**
 * A window that is kept for training or asked about.
 *
 * @param scored samples, features and what the model said
 * @param reason why it is kept
 */
public record Example(Scored scored, Reason reason) {

  /** Whose. */
  public String participantId() {
    return scored.participantId();
  }
}
