package io.vigil.alert.fall;

/**
 * Learns what a wearer's sensor measures at rest, from still seconds: it may be off by some percent
 * from sensor to sensor and from posture to posture. Slow, and within a quarter of 1 g, so that a
 * sensor lying askew on a table for a while does not spoil it.
 */
final class WearerGravity {
  private static final int STARTS_LIKE = 20;
  private static final int FORGETS = 300;
  private static final double FAR = 0.6;
  private static final double LEAST = 0.8;
  private static final double MOST = 1.25;

  static void learn(FallState state, Second second) {
    double length = Vectors.length(second.mean());
    if (!second.isStill() || Math.abs(length - 1) > FAR) {
      return;
    }
    state.gravitySeconds = Math.min(FORGETS, state.gravitySeconds + 1);
    double weight = 1.0 / (STARTS_LIKE + state.gravitySeconds);
    double learned = state.gravity + (length - state.gravity) * weight;
    state.gravity = (float) Math.max(LEAST, Math.min(MOST, learned));
  }

  private WearerGravity() {}
}
