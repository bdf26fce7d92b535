package io.vigil.feature;

/**
 * Knows when a wearer's upright direction is no longer the learned one: the axes changed places
 * from one sample to the next, or the wearer walks and gravity lies elsewhere. Until walking has
 * shown which way is up, no posture can be told.
 */
public final class WearerDoubt {
  /** Cosine of 50 degrees: nobody walks so far from how they usually do. */
  private static final double ELSEWHERE = 0.643;

  /** Walking windows from which on the learned direction is worth more than one that differs. */
  private static final double ESTABLISHED = ReferenceLearner.PRIOR_WINDOWS + 20;

  /** Windows in a row that contradict what was learned, and may be those of somebody who bends. */
  private static final int ACCIDENTS = 2;

  private static final int AGREEING = 2;

  /** Walking windows, half a minute of them, that teach another direction. */
  private static final int CONVINCING = 15;

  /** Takes in whether the axes changed places since it was last asked. */
  public static void jump(WearerState state, boolean jumped) {
    if (jumped) {
      state.jumped = true;
      state.agreeing = 0;
    }
  }

  static boolean isTurned(WearerState state) {
    return state.jumped || state.contradicting > ACCIDENTS;
  }

  /**
   * Learns which way is up from the next four seconds of walking, which show a direction of length
   * 1.
   *
   * @return false where it contradicts what was learned, so that it was not learned along with it
   */
  public static boolean learn(WearerState state, double x, double y, double z) {
    if (contradicts(state, x, y, z)) {
      return false;
    }
    double rate = rate(state);
    state.walkingWindows++;
    state.upX += rate * (x - state.upX);
    state.upY += rate * (y - state.upY);
    state.upZ += rate * (z - state.upZ);
    return true;
  }

  /** How much the next window of walking weighs. */
  static double rate(WearerState state) {
    return Math.max(1 / (state.walkingWindows + 1), ReferenceLearner.SLOWEST);
  }

  private static boolean contradicts(WearerState state, double x, double y, double z) {
    double length =
        Math.sqrt(state.upX * state.upX + state.upY * state.upY + state.upZ * state.upZ);
    double along = x * state.upX + y * state.upY + z * state.upZ;
    boolean known = state.jumped || state.walkingWindows >= ESTABLISHED;
    if (!known || along >= ELSEWHERE * length) {
      agree(state);
      return false;
    }
    state.agreeing = 0;
    state.contradicting++;
    state.otherX += x;
    state.otherY += y;
    state.otherZ += z;
    if (state.contradicting == CONVINCING) {
      state.upX = state.otherX / CONVINCING;
      state.upY = state.otherY / CONVINCING;
      state.upZ = state.otherZ / CONVINCING;
      state.walkingWindows = ReferenceLearner.PRIOR_WINDOWS + CONVINCING;
      state.jumped = false;
      forgetOther(state);
    }
    return true;
  }

  private static void agree(WearerState state) {
    forgetOther(state);
    if (state.jumped) {
      state.agreeing++;
      state.jumped = state.agreeing < AGREEING;
    }
  }

  private static void forgetOther(WearerState state) {
    state.contradicting = 0;
    state.otherX = 0;
    state.otherY = 0;
    state.otherZ = 0;
  }

  private WearerDoubt() {}
}
