package io.vigil.alert.fall;

/** Where the detector's findings go, in order of time. */
public interface FallOutput {
  /** An impact that looks like a fall, whatever the verdict. */
  void impact(ImpactFinding finding);

  /** News of a fall found before. */
  void update(FallUpdate update);

  /**
   * The signal became unusable, or usable again.
   *
   * @param fault what is wrong, or null for nothing any more
   * @param atMicros since when, microseconds since the epoch
   */
  void signal(SignalFault fault, long atMicros);
}
