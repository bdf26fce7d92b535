package io.vigil.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sends what a fleet sends, when it is due. */
public final class FleetSender {
  private final FleetBodies bodies;
  private final Outlet outlet;
  private final Time time;

  /** Where messages go. */
  @FunctionalInterface
  public interface Outlet {
    void send(int participant, byte[] message);
  }

  /** The time, and how it passes. */
  public interface Time {
    /** Nobody is woken more often than this: what is due meanwhile is sent together. */
    long SHORTEST_WAIT_MICROS = 2_000;

    /** The time of this machine. */
    Time SYSTEM =
        new Time() {
          @Override
          public long nowMicros() {
            return TimedStores.nowMicros();
          }

          @Override
          public void pass(long micros) {
            LockSupport.parkNanos(Math.max(micros, SHORTEST_WAIT_MICROS) * 1000);
          }
        };

    /** Microseconds since the epoch. */
    long nowMicros();

    /** Waits about so long. */
    void pass(long micros);
  }

  public FleetSender(FleetBodies bodies, Outlet outlet, Time time) {
    this.bodies = bodies;
    this.outlet = outlet;
    this.time = time;
  }

  /**
   * Sends until all is sent.
   *
   * @param stopped whether to end before that
   * @return how much later than due messages of the measured time were handed to the outlet
   */
  public Elapsed run(MeasuredFleet measured, BooleanSupplier stopped) {
    Fleet fleet = measured.fleet();
    Elapsed late = new Elapsed();
    for (int second = 0; second < fleet.seconds(); second++) {
      for (int participant = 0; participant < fleet.people(); participant++) {
        if (fleet.joins(participant) > second) {
          continue;
        }
        long due = fleet.dueMicros(participant, second);
        long now = time.nowMicros();
        while (now < due) {
          if (stopped.getAsBoolean()) {
            return late;
          }
          time.pass(due - now);
          now = time.nowMicros();
        }
        byte[] message =
            bodies.message(participant, second, fleet.startMicros(participant, second));
        outlet.send(participant, message);
        if (measured.measures(due)) {
          late.add(now - due);
        }
      }
      if (stopped.getAsBoolean()) {
        return late;
      }
    }
    return late;
  }
}
