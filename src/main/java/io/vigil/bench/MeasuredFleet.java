package io.vigil.bench;

/**
 * A fleet, and the time in which it is measured after a warm-up.
 *
 * @param fromMicros first measured instant, microseconds since the epoch (UTC)
 */
public record MeasuredFleet(Fleet fleet, long fromMicros) {
  private static final long SECOND = 1_000_000;

  /**
   * Begins a fleet.
   *
   * @param beginMicros when the first joins, microseconds since the epoch (UTC)
   * @param warmUpSeconds how long it sends before it is measured; people join in the first half
   * @param seconds how long it is measured
   */
  public static MeasuredFleet of(int people, long beginMicros, int warmUpSeconds, int seconds) {
    return new MeasuredFleet(
        new Fleet(people, beginMicros, Math.max(1, warmUpSeconds / 2), warmUpSeconds + seconds),
        beginMicros + warmUpSeconds * SECOND);
  }

  /** The first instant after the measured time. */
  public long toMicros() {
    return fleet.beginMicros() + fleet.seconds() * SECOND;
  }

  /** Whether an instant is in the measured time. */
  public boolean measures(long micros) {
    return micros >= fromMicros && micros < toMicros();
  }
}
