package io.vigil.alert.fall;

import io.vigil.feature.FeatureSchema;
import java.util.List;
import java.util.Set;

/**
 * What is measured of an impact. Only lengths and angles between accelerations of the same window
 * go in, so that it does not matter how the sensor is turned, or whether its axes are swapped or
 * mirrored; all in the wearer's own g, degrees and seconds, so that neither rate nor scale matters.
 */
public final class FallFeatures {
  /** The features in order, and the cells that they are computed on. */
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          1,
          CellRing.A_SECOND,
          CellRing.SIZE * CellRing.MICROS / 1000,
          CellRing.MICROS / 1000,
          List.of(
              "blow",
              "postureChange",
              "stillPostureChange",
              "turnAtImpact",
              "fastestTurn",
              "movementBefore",
              "movementAfter",
              "stillestBefore",
              "stillestAfter",
              "lightest",
              "drop",
              "driftBefore",
              "gravityRatio",
              "impulse",
              "violence",
              "jerk",
              "highestBefore",
              "highestAfter",
              "turningBefore"));

  /** Features that count by their size relative to each other: a model takes their logarithm. */
  public static final Set<String> RELATIVE =
      Set.of(
          "blow",
          "movementBefore",
          "movementAfter",
          "stillestBefore",
          "stillestAfter",
          "drop",
          "gravityRatio",
          "impulse",
          "violence",
          "jerk",
          "highestBefore",
          "highestAfter",
          "turningBefore");

  private static final double CELL_SECONDS = 1.0 / CellRing.A_SECOND;

  /** The features of one impact, in the order of the schema. */
  static double[] of(ImpactWindow w) {
    int impact = w.impact();
    int beforeFrom = w.at(-2.4);
    int beforeTo = w.at(-0.9);
    double[] before = Vectors.mean(w, beforeFrom, beforeTo);
    double[] after = Vectors.mean(w, w.at(1.0), w.size());
    StillStretch stillBefore = StillStretch.in(w, 0, w.at(-0.8));
    StillStretch stillAfter = StillStretch.in(w, w.at(0.8), w.size());
    double[] blow = {
      w.x()[impact] - before[0], w.y()[impact] - before[1], w.z()[impact] - before[2]
    };
    return new double[] {
      Vectors.length(blow),
      Vectors.degrees(before, after),
      Vectors.degrees(stillBefore.mean(), stillAfter.mean()),
      Vectors.degrees(before, Vectors.mean(w, w.at(0.1), w.at(0.7))),
      Turning.fastest(w),
      Vectors.spread(w, beforeFrom, beforeTo),
      Vectors.spread(w, w.at(1.0), w.size()),
      stillBefore.spread(),
      stillAfter.spread(),
      lightest(w, w.at(-1.0), impact),
      drop(w, w.at(-0.8), impact + 1, before),
      Vectors.degrees(
          Vectors.mean(w, beforeFrom, w.at(-1.64)), Vectors.mean(w, w.at(-1.64), beforeTo)),
      Math.abs(StrictMath.log(ratio(Vectors.length(after), Vectors.length(before)))),
      impulse(w, w.at(-0.12), w.at(0.16), before),
      violence(w, w.at(-1.0), w.at(1.2)),
      jerk(w, w.at(-0.4), w.at(0.4)),
      highest(w, 0, w.at(-0.6)),
      highest(w, w.at(0.6), w.size()),
      Turning.total(w, 0, beforeTo)
    };
  }

  /** The lightest that the body became: near 0 in free fall. */
  private static double lightest(ImpactWindow w, int from, int to) {
    double least = Double.MAX_VALUE;
    for (int i = Math.max(1, from); i < to; i++) {
      double mean = (w.magnitude()[i - 1] + w.magnitude()[i] + w.magnitude()[i + 1]) / 3;
      least = Math.min(least, mean);
    }
    return least;
  }

  /** Downward speed that was won before the impact, as gravity missing along the old posture. */
  private static double drop(ImpactWindow w, int from, int to, double[] before) {
    double length = Math.max(1e-6, Vectors.length(before));
    double sum = 0;
    for (int i = from; i < to; i++) {
      double along = (w.x()[i] * before[0] + w.y()[i] * before[1] + w.z()[i] * before[2]) / length;
      sum += Math.max(0, 1 - along);
    }
    return sum * CELL_SECONDS;
  }

  /** Change of speed in the blow, g times seconds: hardly depends on how short the blow was. */
  private static double impulse(ImpactWindow w, int from, int to, double[] before) {
    double[] mean = Vectors.mean(w, from, to);
    double[] excess = {mean[0] - before[0], mean[1] - before[1], mean[2] - before[2]};
    return Vectors.length(excess) * (to - from) * CELL_SECONDS;
  }

  /** How far from 1 g for how long: far beyond any fall when a sensor is shaken in the hand. */
  private static double violence(ImpactWindow w, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Vectors.square(w.magnitude()[i] - 1);
    }
    return Math.sqrt(sum / (to - from));
  }

  private static double jerk(ImpactWindow w, int from, int to) {
    double most = 0;
    for (int i = from + 1; i < to; i++) {
      double step =
          Vectors.square(w.x()[i] - w.x()[i - 1])
              + Vectors.square(w.y()[i] - w.y()[i - 1])
              + Vectors.square(w.z()[i] - w.z()[i - 1]);
      most = Math.max(most, step);
    }
    return Math.sqrt(most) / CELL_SECONDS;
  }

  private static double highest(ImpactWindow w, int from, int to) {
    double most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, w.magnitude()[i]);
    }
    return most;
  }

  private static double ratio(double a, double b) {
    return Math.max(0.05, a) / Math.max(0.05, b);
  }

  private FallFeatures() {}
}
