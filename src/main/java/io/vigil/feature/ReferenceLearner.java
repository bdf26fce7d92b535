package io.vigil.feature;

import io.vigil.window.Window;

/**
 * Learns a wearer's reference from their own windows, without labels: still windows show what 1 g
 * measures on this sensor, and walking windows show which way is up, because people walk upright.
 *
 * <p>Each kind of window moves its part of the reference by 1/n, n counting windows of that kind
 * and a prior of {@value #PRIOR_WINDOWS}, and never by less than 1/1000, so that a sensor worn anew
 * is learned anew. The thresholds are in true g and were chosen on UCI data set 287.
 */
final class ReferenceLearner {
  /** How many windows the prior (1 g measures 1, up is y) weighs. */
  static final double PRIOR_WINDOWS = 10;

  /** ln 0.2: the magnitude's standard deviation in walking, in g, before any was seen. */
  static final double PRIOR_WALKING_LOG_SD = StrictMath.log(0.2);

  static final double SLOWEST = 1.0 / 1000;

  /** An axis beyond this, in g of the profile, means handling or a sensor at its rail. */
  private static final double SHOCK = 5.8;

  private static final double STILL_SD = 0.03;
  private static final double LEAST_GRAVITY = 0.55;
  private static final double MOST_GRAVITY = 1.85;
  private static final double LARGEST_STEP = 0.1;
  private static final double WALKING_SD_FROM = 0.07;
  private static final double WALKING_SD_TO = 0.6;
  private static final double WALKING_RHYTHM = 0.4;
  private static final double STEP_FROM_SECONDS = 0.4;
  private static final double STEP_TO_SECONDS = 0.8;

  private final Autocorrelation steps = new Autocorrelation(15, 52);
  private double[] magnitude = {};

  /** Takes in a window. */
  void learn(Window window, WearerState state) {
    int n = window.x().length;
    if (magnitude.length != n) {
      magnitude = new double[n];
    }
    double meanX = 0;
    double meanY = 0;
    double meanZ = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double x = window.x()[i];
      double y = window.y()[i];
      double z = window.z()[i];
      meanX += x;
      meanY += y;
      meanZ += z;
      largest = Math.max(largest, Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))));
      magnitude[i] = Math.sqrt(x * x + y * y + z * z);
    }
    if (largest >= SHOCK) {
      return;
    }
    double mean = Moments.mean(magnitude);
    double sd = Moments.sd(magnitude, mean);
    learnGravity(mean, sd, state);
    learnUpright(meanX / n, meanY / n, meanZ / n, sd, state);
  }

  private static void learnGravity(double mean, double sd, WearerState state) {
    if (sd < STILL_SD * state.gravity && mean > LEAST_GRAVITY && mean < MOST_GRAVITY) {
      double rate = Math.max(1 / (state.stillWindows + 1), SLOWEST);
      double limit = LARGEST_STEP * state.gravity;
      state.stillWindows++;
      state.gravity += rate * Math.min(Math.max(mean - state.gravity, -limit), limit);
    }
  }

  private void learnUpright(double x, double y, double z, double sd, WearerState state) {
    if (sd <= WALKING_SD_FROM * state.gravity || sd >= WALKING_SD_TO * state.gravity) {
      return;
    }
    double length = Math.sqrt(x * x + y * y + z * z);
    steps.measure(magnitude);
    double period = steps.lagSamples() / FeatureExtractor.RATE_HZ;
    if (steps.peak() <= WALKING_RHYTHM
        || period < STEP_FROM_SECONDS
        || period > STEP_TO_SECONDS
        || length == 0) {
      return;
    }
    double rate = WearerDoubt.rate(state);
    if (WearerDoubt.learn(state, x / length, y / length, z / length)) {
      state.walkingLogSd += rate * (StrictMath.log(sd / state.gravity) - state.walkingLogSd);
    }
  }
}
