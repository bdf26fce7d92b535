package io.vigil.learn;

/** Draws lots that come out the same for everybody, today and tomorrow. */
final class Draw {
  private static final double SCALE = 0x1.0p-53;
  private static final int UNUSED_BITS = 11;

  /** A number that follows from participant and time and looks like chance. */
  static long of(String participantId, long time) {
    // The finaliser of SplitMix64: neighbouring times get lots that have nothing to do with each
    // other.
    long mixed = participantId.hashCode() * 0x9E3779B97F4A7C15L + time;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Whether this is among a share, 0 to 1, of all. */
  static boolean isAmong(double share, String participantId, long time) {
    return (of(participantId, time) >>> UNUSED_BITS) * SCALE < share;
  }

  private Draw() {}
}
