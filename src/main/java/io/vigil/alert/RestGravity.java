package io.vigil.alert;

/**
 * Knows what 1 g measures on a participant's sensor at rest. It differs by some percent between
 * postures; when it changes by a quarter the sensor has got an offset, or another scale.
 */
final class RestGravity {
  private static final double STILL_G = 0.03;
  private static final int LEAST_BLOCKS = 6;
  private static final int WELL_KNOWN = 6;
  private static final double CHANGED = 0.25;
  private static final double FOLLOWS = 0.1;

  /** Believes in a change after some minutes, because a new sensor may really measure so. */
  private static final double BELIEVES = 0.005;

  static void add(RestState rest, Block block) {
    if (block.samples() > 1 && block.deviation() < STILL_G) {
      rest.blocks++;
      rest.sum += block.gravity();
    }
  }

  /**
   * Learns from what was measured since the last look, and sees whether it contradicts the rest.
   */
  static void learn(RestState rest) {
    if (rest.blocks >= LEAST_BLOCKS) {
      rest.now = rest.sum / rest.blocks;
      rest.gravity = rest.looks == 0 ? rest.now : rest.gravity;
      rest.changed = rest.looks == WELL_KNOWN && Math.abs(rest.now / rest.gravity - 1) > CHANGED;
      if (rest.changed) {
        rest.gravity *= rest.now > rest.gravity ? 1 + BELIEVES : 1 - BELIEVES;
      } else {
        rest.gravity += FOLLOWS * (rest.now - rest.gravity);
      }
      rest.looks = Math.min(WELL_KNOWN, rest.looks + 1);
    }
    rest.blocks = 0;
    rest.sum = 0;
  }

  private RestGravity() {}
}
