package io.vigil.alert;

import java.util.BitSet;
import java.util.Optional;

/** Counts who has answered; all of them together are a heartbeat. */
public final class Heartbeats {
  private final BitSet answered = new BitSet();
  private long tick = Alert.NEVER;
  private long newestSample = Alert.NEVER;

  /** Takes in an answer; a heartbeat where it was the last that was waited for. */
  public Optional<Heartbeat> take(Beat beat) {
    newestSample = Math.max(newestSample, beat.newestSample());
    if (beat.tick() > tick) {
      tick = beat.tick();
      answered.clear();
    }
    if (beat.tick() < tick || answered.get(beat.task())) {
      return Optional.empty();
    }
    answered.set(beat.task());
    return answered.cardinality() == beat.tasks()
        ? Optional.of(new Heartbeat(tick, newestSample, beat.tasks()))
        : Optional.empty();
  }
}
