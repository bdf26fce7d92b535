package io.vigil.alert.fall;

import io.vigil.sensor.SampleBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Movements made up as functions of time, so that a sensor of any rate can look at them: gravity
 * turning from one posture to the next, and what is added to it.
 */
public final class MadeUpMotion {
  public static final long START = 1_767_603_600_000_000L;
  static final double[] UP = {0, 1, 0};
  static final double[] ON_THE_BACK = {0.1, 0.1, -0.99};

  /** Acceleration in g, so many seconds after the stretch began. */
  interface Stretch {
    double[] at(double seconds);
  }

  private record Part(double from, double to, Stretch stretch) {}

  private final List<Part> parts = new ArrayList<>();
  private double end;

  MadeUpMotion then(double seconds, Stretch stretch) {
    parts.add(new Part(end, end + seconds, stretch));
    end += seconds;
    return this;
  }

  /** Held upright or lying, with a little breathing. */
  MadeUpMotion still(double seconds, double[] posture) {
    return then(seconds, t -> times(posture, 1 + 0.004 * Math.sin(2 * Math.PI * 0.3 * t)));
  }

  MadeUpMotion walk(double seconds) {
    return then(
        seconds,
        t ->
            new double[] {
              0.12 * Math.sin(2 * Math.PI * t),
              1 + 0.3 * Math.sin(2 * Math.PI * 2 * t),
              0.1 * Math.sin(2 * Math.PI * 2 * t + 1)
            });
  }

  /** Turns from one posture to another, gravity weighing so much of itself meanwhile. */
  MadeUpMotion turn(double seconds, double[] from, double[] to, double weight) {
    return then(
        seconds,
        t -> {
          double share = t / seconds;
          double[] mixed = new double[3];
          for (int axis = 0; axis < 3; axis++) {
            mixed[axis] = from[axis] * (1 - share) + to[axis] * share;
          }
          return times(mixed, (1 - (1 - weight) * Math.sin(Math.PI * share)) / length(mixed));
        });
  }

  /** A blow of 0.12 s that reaches so many g, and rings out. */
  MadeUpMotion blow(double[] posture, double peakG) {
    then(0.12, t -> times(posture, 1 + (peakG - 1) * Math.sin(Math.PI * t / 0.12)));
    return then(
        0.6,
        t ->
            times(
                posture,
                1 + 0.25 * (peakG - 1) * Math.exp(-t / 0.12) * Math.sin(2 * Math.PI * 8 * t)));
  }

  /** Walking, then a drop and a blow; lies on the back from then on. */
  public static MadeUpMotion fall() {
    return new MadeUpMotion()
        .walk(6)
        .turn(0.6, UP, ON_THE_BACK, 0.4)
        .blow(ON_THE_BACK, 4)
        .still(6, ON_THE_BACK);
  }

  /** The same, seen for longer; {@code breathes} or not. */
  public static MadeUpMotion fallAndLie(double seconds, boolean breathes) {
    return breathes ? fall().still(seconds, ON_THE_BACK) : fall().then(seconds, t -> ON_THE_BACK);
  }

  /** A fall after which the person stands up again and walks on. */
  public static MadeUpMotion fallAndRise() {
    return fall().turn(2, ON_THE_BACK, UP, 1).walk(10);
  }

  /** When the blow of {@link #fall()} is hardest, microseconds. */
  public static final long FALL_IMPACT = START + 6_660_000;

  /** What a sensor of this rate sends, with noise of 0.01 g. */
  public SampleBatch at(double rateHz, long seed) {
    int size = (int) (end * rateHz);
    Random random = new Random(seed);
    long[] times = new long[size];
    short[][] axes = new short[3][size];
    for (int i = 0; i < size; i++) {
      times[i] = START + Math.round(i * 1e6 / rateHz);
      double[] g = value(i / rateHz);
      for (int axis = 0; axis < 3; axis++) {
        axes[axis][i] = steps(g[axis] + 0.01 * random.nextGaussian());
      }
    }
    return new SampleBatch("p", times, axes[0], axes[1], axes[2], "");
  }

  static short steps(double g) {
    double most = SampleBatch.MAX_G * SampleBatch.PER_G;
    return (short) Math.rint(Math.max(-most, Math.min(most, g * SampleBatch.PER_G)));
  }

  private double[] value(double seconds) {
    for (Part part : parts) {
      if (seconds < part.to) {
        return part.stretch.at(seconds - part.from);
      }
    }
    return parts.get(parts.size() - 1).stretch.at(seconds);
  }

  private static double[] times(double[] v, double factor) {
    return new double[] {v[0] * factor, v[1] * factor, v[2] * factor};
  }

  private static double length(double[] v) {
    return Math.max(1e-6, Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]));
  }
}
