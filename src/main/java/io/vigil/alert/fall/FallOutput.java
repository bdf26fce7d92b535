package io.vigil.alert.fall;

/** Where the detector's findings go, in order of time. */
public interface FallOutput {
  /** An impact that looks like a fall, whatever the verdict. */
  void impact(ImpactFinding finding);

  /** How any impact was judged, also one that looks like no fall; told before {@link #impact}. */
  default void judged(ImpactJudgement judgement) {}

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
