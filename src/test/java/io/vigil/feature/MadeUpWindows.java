package io.vigil.feature;

import io.vigil.window.Window;
import java.util.Random;

/**
 * Made-up windows of a sensor on the chest. Signals are three rows of samples, sideways, up and
 * forward, in true g; turning and amplifying them makes them those of one sensor as it is worn.
 */
final class MadeUpWindows {
  static final long SECOND = 1_000_000;
  static final long BEGINNING = 1_767_225_600 * SECOND;
  static final int SAMPLES = 208;

  private static final double LARGEST = 5.85;

  /** Kinds of windows that a sensor may send, however it is worn. */
  enum Kind {
    WALKING,
    STILL,
    KNOCKED,
    ZERO,
    ONE_AXIS
  }

  /** A window of that kind, in any orientation and of any likely gain. */
  static double[][] of(Kind kind, Random random) {
    double[][] turn = anyTurn(random, 180);
    double gain = between(random, 0.8, 1.5);
    return switch (kind) {
      case WALKING -> turned(scaled(walking(random), gain), turn);
      case STILL -> turned(scaled(still(random), gain), turn);
      case KNOCKED -> knocked(turned(walking(random), turn));
      case ZERO -> new double[3][SAMPLES];
      case ONE_AXIS -> oneAxis(walking(random), random.nextInt(3));
    };
  }

  /** Upright walking at 1.6 to 1.9 steps a second. */
  static double[][] walking(Random random) {
    double cadence = between(random, 1.6, 1.9);
    double strength = between(random, 0.15, 0.4);
    double[] sway = wave(random, cadence / 2, 0.4 * strength);
    double[] bounce = wave(random, cadence, strength);
    double[] heel = wave(random, 2 * cadence, 0.3 * strength);
    double[] surge = wave(random, cadence, 0.3 * strength);
    double[][] axes = noise(random, 0.02);
    for (int i = 0; i < SAMPLES; i++) {
      axes[0][i] += sway[i];
      axes[1][i] += 1 + bounce[i] + heel[i];
      axes[2][i] += surge[i];
    }
    return axes;
  }

  /** Nothing but breath and the sensor's noise, upright. */
  static double[][] still(Random random) {
    double[] breath = wave(random, 0.25, 0.005);
    double[][] axes = noise(random, 0.005);
    for (int i = 0; i < SAMPLES; i++) {
      axes[1][i] += 1 + breath[i];
      axes[2][i] += breath[i];
    }
    return axes;
  }

  /** The same in another orientation: the matrix times each sample. */
  static double[][] turned(double[][] axes, double[][] turn) {
    double[][] turned = new double[3][SAMPLES];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < SAMPLES; i++) {
        turned[row][i] =
            turn[row][0] * axes[0][i] + turn[row][1] * axes[1][i] + turn[row][2] * axes[2][i];
      }
    }
    return turned;
  }

  /** The same by a sensor of another gain. */
  static double[][] scaled(double[][] axes, double gain) {
    return turned(axes, new double[][] {{gain, 0, 0}, {0, gain, 0}, {0, 0, gain}});
  }

  /** A turn by so many degrees at most about any axis. */
  static double[][] anyTurn(Random random, double mostDegrees) {
    return turn(
        random.nextGaussian(),
        random.nextGaussian(),
        random.nextGaussian(),
        random.nextDouble() * mostDegrees);
  }

  /** A turn about an axis, as Rodrigues has it. */
  static double[][] turn(double x, double y, double z, double degrees) {
    double length = Math.sqrt(x * x + y * y + z * z);
    double[] k = {x / length, y / length, z / length};
    double[][] cross = {{0, -k[2], k[1]}, {k[2], 0, -k[0]}, {-k[1], k[0], 0}};
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double[][] turn = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        turn[i][j] = (i == j ? cos : 0) + (1 - cos) * k[i] * k[j] + sin * cross[i][j];
      }
    }
    return turn;
  }

  /** A participant's window so many hops after the beginning. */
  static Window window(String participant, int hop, double[][] axes) {
    return window(participant, BEGINNING + hop * 2 * SECOND, axes);
  }

  /** A participant's window from that microsecond on. */
  static Window window(String participant, long start, double[][] axes) {
    return new Window(
        participant,
        start,
        start + 4 * SECOND,
        floats(axes[0]),
        floats(axes[1]),
        floats(axes[2]),
        "Walking");
  }

  /** Any value of that range. */
  static double between(Random random, double from, double to) {
    return from + random.nextDouble() * (to - from);
  }

  private static double[][] knocked(double[][] axes) {
    double[][] knocked = new double[3][SAMPLES];
    for (int row = 0; row < 3; row++) {
      double level = axes[row][0];
      for (int i = 0; i < SAMPLES; i++) {
        double value = level + 25 * (axes[row][i] - level);
        knocked[row][i] = Math.min(Math.max(value, -LARGEST), LARGEST);
      }
    }
    return knocked;
  }

  private static double[][] oneAxis(double[][] axes, int row) {
    double[][] one = new double[3][SAMPLES];
    one[row] = axes[row];
    return one;
  }

  private static double[] wave(Random random, double hz, double strength) {
    double phase = between(random, 0, 2 * Math.PI);
    double[] wave = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      wave[i] = strength * StrictMath.sin(2 * Math.PI * hz * i / 52 + phase);
    }
    return wave;
  }

  private static double[][] noise(Random random, double strength) {
    double[][] noise = new double[3][SAMPLES];
    for (double[] row : noise) {
      for (int i = 0; i < SAMPLES; i++) {
        row[i] = strength * random.nextGaussian();
      }
    }
    return noise;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private MadeUpWindows() {}
}
