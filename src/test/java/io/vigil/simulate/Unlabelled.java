package io.vigil.simulate;

/** Batches as sensors send them who know nothing of activities. */
public final class Unlabelled {

  /** The same without what the wearer does. */
  public static Batch of(Batch batch) {
    return new Batch(
        batch.participantId(),
        batch.deviceId(),
        batch.sequence(),
        batch.startMicros(),
        batch.x(),
        batch.y(),
        batch.z(),
        "");
  }

  private Unlabelled() {}
}
