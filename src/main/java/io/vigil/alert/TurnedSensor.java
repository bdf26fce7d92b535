package io.vigil.alert;

import io.vigil.feature.WearerDoubt;

/**
 * Knows, from a participant's blocks, whether the sensor sits as it did: people walk upright, so
 * gravity in walking shows which way is up, and it stays where it is while the sensor does.
 */
final class TurnedSensor {
  /** Four seconds, as a window of the model has. */
  private static final int BLOCKS = 8;

  /** A block varies like this in walking, in g. */
  private static final double WALKING_G = 0.1;

  private static final double LEAST_GRAVITY = 0.6;
  private static final double MOST_GRAVITY = 1.6;

  /** Walking seconds that contradict what was learned are an accident until they are this many. */
  private static final int ACCIDENTS = 3;

  /**
   * Takes in the next block, in order of time.
   *
   * @return whether the sensor was turned, as far as the block shows
   */
  static boolean add(SignalState state, Block block) {
    if (block.samples() < 2 || block.deviation() < WALKING_G) {
      begin(state);
    } else {
      state.walking++;
      state.walkingX += block.x();
      state.walkingY += block.y();
      state.walkingZ += block.z();
      if (state.walking == BLOCKS) {
        walked(state);
        begin(state);
      }
    }
    return state.wearer.jumped || state.wearer.contradicting > ACCIDENTS;
  }

  private static void walked(SignalState state) {
    double length =
        Math.sqrt(
            state.walkingX * state.walkingX
                + state.walkingY * state.walkingY
                + state.walkingZ * state.walkingZ);
    if (length > LEAST_GRAVITY * BLOCKS && length < MOST_GRAVITY * BLOCKS) {
      WearerDoubt.learn(
          state.wearer, state.walkingX / length, state.walkingY / length, state.walkingZ / length);
    }
  }

  private static void begin(SignalState state) {
    state.walking = 0;
    state.walkingX = 0;
    state.walkingY = 0;
    state.walkingZ = 0;
  }

  private TurnedSensor() {}
}
