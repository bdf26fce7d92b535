package io.vigil.learn;

import io.vigil.activity.Activities;
import io.vigil.activity.ModelRef;
import io.vigil.activity.Prediction;
import io.vigil.feature.FeatureVector;
import io.vigil.feature.Measured;
import io.vigil.model.Scored;
import io.vigil.window.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Windows of nobody, of which a model said something. */
final class ScoredWindows {
  static final long SECOND = 1_000_000;
  static final long BEGINNING = 1_767_225_600 * SECOND;
  static final List<String> CLASSES = List.of("Sitting", "Standing", "Walking");

  /** A window two seconds after the other, whose model prefers one class by a margin. */
  static Scored window(long start, int said, double margin) {
    double[] p = new double[CLASSES.size()];
    p[said] = (1 + margin) / 2;
    p[(said + 1) % p.length] = (1 - margin) / 2;
    return window("p1", start, CLASSES.get(said), p, "");
  }

  static Scored labelled(long start, String label) {
    return window("p1", start, "Sitting", new double[] {0.5, 0.5, 0}, label);
  }

  static Scored unknown(long start) {
    return window("p1", start, Activities.UNKNOWN, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, "");
  }

  static Scored window(String participant, long start, String said, double[] p, String label) {
    long end = start + 4 * SECOND;
    float[] axis = new float[208];
    return new Scored(
        new Measured(
            new Window(participant, start, end, axis, axis, axis, label),
            new FeatureVector(participant, start, end, label, new double[67])),
        new Prediction(
            participant, start, end, said, max(p), p, label, new ModelRef("forest", 1, "aa")));
  }

  /** Days of somebody, with gaps, labels here and there, and now and then nothing to be said. */
  static List<Scored> random(Random random, int count) {
    List<Scored> windows = new ArrayList<>();
    long start = BEGINNING + random.nextInt(86_400) * SECOND;
    for (int i = 0; i < count; i++) {
      start += (random.nextInt(50) == 0 ? random.nextInt(20_000) : 2) * SECOND;
      int kind = random.nextInt(40);
      windows.add(
          kind == 0
              ? labelled(start, "Walking")
              : kind == 1
                  ? unknown(start)
                  : window(start, random.nextInt(CLASSES.size()), random.nextDouble()));
    }
    return windows;
  }

  private static double max(double[] p) {
    double max = 0;
    for (double one : p) {
      max = Math.max(max, one);
    }
    return max;
  }

  private ScoredWindows() {}
}
