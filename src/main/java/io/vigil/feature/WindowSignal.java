package io.vigil.feature;

import io.vigil.sensor.AxisJump;
import io.vigil.window.Window;

/** Judges whether a window's samples are such as a worn sensor gives. */
final class WindowSignal {
  /** A value beyond this that repeats stands at a rail, in g. */
  private static final double RAIL = 1.5;

  private static final double MOST_RAILED = 0.1;
  private static final double LEAST_GRAVITY = 0.5;
  private static final double MOST_GRAVITY = 2.2;

  /** A value this far from both its neighbours is a spike, in g. */
  private static final double SPIKE = 5;

  private static final int MOST_SPIKES = 1;

  /** How far gravity may be from what was learned, as a share; it differs somewhat by posture. */
  private static final double GRAVITY_CHANGE = 0.35;

  private static final double WELL_KNOWN = ReferenceLearner.PRIOR_WINDOWS + 30;

  /** Violent movement does not show gravity. */
  private static final double CALM_SD = 0.3;

  /** Whether nothing can be concluded from the window, whoever wears the sensor and however. */
  boolean isNone(Window window, WearerState state) {
    return isDead(window.x())
        || isDead(window.y())
        || isDead(window.z())
        || railed(window.x()) + railed(window.y()) + railed(window.z())
            > MOST_RAILED * window.x().length
        || spikes(window.x()) + spikes(window.y()) + spikes(window.z()) > MOST_SPIKES
        || isNotInG(window, state);
  }

  /** Whether axes change places or signs within the window. */
  boolean hasSwappedAxes(Window window) {
    for (int from = 0; from + AxisJump.SAMPLES <= window.x().length; from++) {
      if (AxisJump.isIn(window.x(), window.y(), window.z(), from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDead(float[] axis) {
    for (float value : axis) {
      if (value != axis[0]) {
        return false;
      }
    }
    return true;
  }

  private static int railed(float[] axis) {
    int railed = 0;
    for (int i = 1; i < axis.length; i++) {
      railed += axis[i] == axis[i - 1] && Math.abs(axis[i]) > RAIL ? 1 : 0;
    }
    return railed;
  }

  private static int spikes(float[] axis) {
    int spikes = 0;
    for (int i = 1; i + 1 < axis.length; i++) {
      float before = axis[i] - axis[i - 1];
      float after = axis[i] - axis[i + 1];
      // Size first: it hardly ever is that far, which side it lies on is anybody's guess.
      boolean far = Math.min(Math.abs(before), Math.abs(after)) > SPIKE;
      spikes += far && before > 0 == after > 0 ? 1 : 0;
    }
    return spikes;
  }

  private static boolean isNotInG(Window window, WearerState state) {
    int n = window.x().length;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = window.x()[i];
      double y = window.y()[i];
      double z = window.z()[i];
      double square = x * x + y * y + z * z;
      sum += Math.sqrt(square);
      squares += square;
    }
    double gravity = sum / n;
    double sd = Math.sqrt(Math.max(0, squares / n - gravity * gravity));
    boolean changed =
        state.stillWindows >= WELL_KNOWN
            && sd < CALM_SD
            && Math.abs(gravity / state.gravity - 1) > GRAVITY_CHANGE;
    return gravity < LEAST_GRAVITY || gravity > MOST_GRAVITY || changed;
  }
}
