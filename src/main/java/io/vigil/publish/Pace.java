package io.vigil.publish;

/**
 * When messages are to be sent: recorded time, so many times as fast. Every moment is counted from
 * the first message, so that nothing adds up to a drift; whoever has fallen behind does not wait.
 */
public final class Pace {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final double speed;
  private long firstDue = UNKNOWN;
  private long lastDue = UNKNOWN;
  private long beginNanos;

  private Pace(double speed) {
    this.speed = speed;
  }

  /**
   * @param speed recorded seconds a second; above 0 and finite
   */
  public static Pace of(double speed) {
    if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The speed is " + speed + ", expected above 0 and finite");
    }
    return new Pace(speed);
  }

  /** As fast as it goes. */
  public static Pace unlimited() {
    return new Pace(Double.POSITIVE_INFINITY);
  }

  /**
   * How long to wait before a message is sent.
   *
   * @param dueMicros when it was due as it was recorded, in microseconds since the epoch
   * @param nowNanos of a clock that goes on steadily
   * @return nanoseconds, 0 where it is due already
   */
  long nanosUntil(long dueMicros, long nowNanos) {
    if (firstDue == UNKNOWN) {
      firstDue = dueMicros;
      lastDue = dueMicros;
      beginNanos = nowNanos;
    }
    lastDue = Math.max(lastDue, dueMicros);
    double waited = (double) nowNanos - beginNanos;
    return (long) Math.max(0, Math.ceil((dueMicros - firstDue) * 1e3 / speed - waited));
  }

  /** How much recorded time has gone by, in seconds. */
  double recordedSeconds() {
    return (lastDue - firstDue) / 1e6;
  }
}
