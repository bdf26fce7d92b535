package io.vigil.feature;

import io.vigil.window.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Every feature once more, from its definition and by nothing that the job uses, one after the
 * other and by name. It is slow, and what {@link FeatureExtractor} is measured against.
 */
final class PlainFeatures {
  private static final int[][] BANDS = {{2, 5}, {6, 11}, {12, 19}, {20, 39}, {40, 78}};
  private static final double HZ_PER_LINE = 52.0 / 256;
  private static final List<String> MEANS =
      List.of("sd_m", "b1_v", "b2_v", "ac_v", "subMin", "ent_v", "fdom_v");
  private static final List<String> SPREADS =
      List.of(
          "sd_m",
          "tilt",
          "tiltFwd",
          "tiltSide",
          "b1_v",
          "b2_v",
          "ac_v",
          "subMin",
          "ent_v",
          "fdom_v");

  private final Map<String, Double> contextMeans = new HashMap<>();
  private final Map<String, Double> contextVariances = new HashMap<>();
  private long lastEnd;

  /** The participant's next window, by that reference. */
  Map<String, Double> next(Window window, WearerReference reference) {
    Map<String, Double> features = ofWindow(window, reference);
    if (window.start() - lastEnd > 30_000_000) {
      contextMeans.clear();
    }
    lastEnd = window.end();
    Map<String, Double> context = new HashMap<>();
    double rate = 1 - Math.exp(-2.0 / 30);
    for (String name : SPREADS) {
      double value = features.get(name);
      if (!contextMeans.containsKey(name)) {
        contextMeans.put(name, value);
        contextVariances.put(name, 0.0);
      }
      double deviation = value - contextMeans.get(name);
      contextMeans.merge(name, rate * deviation, Double::sum);
      double variance = contextVariances.get(name) + rate * deviation * deviation;
      contextVariances.put(name, (1 - rate) * variance);
      context.put("cs_" + name, Math.sqrt(contextVariances.get(name)));
    }
    MEANS.forEach(name -> context.put("cm_" + name, contextMeans.get(name)));
    features.putAll(context);
    return features;
  }

  private static Map<String, Double> ofWindow(Window window, WearerReference reference) {
    double[] up = {reference.upX(), reference.upY(), reference.upZ()};
    double[] forward = unit(-up[2] * up[0], -up[2] * up[1], 1 - up[2] * up[2]);
    double[] side = {
      up[1] * forward[2] - up[2] * forward[1],
      up[2] * forward[0] - up[0] * forward[2],
      up[0] * forward[1] - up[1] * forward[0]
    };
    double[][] g = inTrueG(window, reference.gravity());
    PlainSignal v = signal(i -> dot(g[i], up));
    PlainSignal f = signal(i -> dot(g[i], forward));
    PlainSignal s = signal(i -> dot(g[i], side));
    PlainSignal m = signal(i -> Math.sqrt(dot(g[i], g[i])));

    Map<String, Double> features = new HashMap<>();
    posture(v.mean(), f.mean(), s.mean(), features);
    features.put("magMean", m.mean());
    Map<String, PlainSignal> all = Map.of("v", v, "f", f, "s", s, "m", m);
    all.forEach((name, signal) -> intensity(name, signal, features));
    features.put("rng_m", Math.log(m.quantile(0.95) - m.quantile(0.05) + 1e-3));
    features.put("max_m", m.max());
    features.put("relW", features.get("sd_m") - reference.walkingLogSd());
    features.put("sdTotal", Math.sqrt(v.moment(2) + f.moment(2) + s.moment(2)));
    stretches(m, features);
    shape("v", v, features);
    shape("f", f, features);
    features.put("c_vf", v.correlation(f));
    features.put("c_vs", v.correlation(s));
    features.put("c_fs", f.correlation(s));
    Map.of("v", v, "f", f, "s", s).forEach((name, signal) -> rhythm(name, signal, features));
    features.put("aclag_v", v.bestLag(15, 45) / 52.0);
    dominant("v", v, features);
    dominant("s", s, features);
    features.put("ent_v", entropy(v));
    return features;
  }

  private static void posture(double v, double f, double s, Map<String, Double> features) {
    features.put("tilt", Math.toDegrees(Math.atan2(Math.hypot(f, s), v)));
    features.put("tiltFwd", Math.toDegrees(Math.atan2(f, v)));
    features.put("tiltSide", Math.toDegrees(Math.atan2(s, v)));
  }

  private static void intensity(String name, PlainSignal signal, Map<String, Double> features) {
    features.put("sd_" + name, Math.log(signal.softSd()));
    features.put("jerk_" + name, Math.log(signal.rmsJerk() + 0.1));
  }

  private static void stretches(PlainSignal magnitude, Map<String, Double> features) {
    double[] sds =
        IntStream.range(0, 8)
            .mapToDouble(s -> magnitude.part(26 * s, 26 * s + 26).sd())
            .sorted()
            .toArray();
    features.put("subMin", Math.log(sds[0] + 1e-3));
    features.put("subMax", Math.log(sds[7] + 1e-3));
    features.put("stillFrac", IntStream.range(0, 8).filter(s -> sds[s] < 0.02).count() / 8.0);
  }

  private static void shape(String name, PlainSignal signal, Map<String, Double> features) {
    features.put("skew_" + name, signal.moment(3) / Math.pow(signal.softSd(), 3));
    features.put("kurt_" + name, signal.moment(4) / Math.pow(signal.softSd(), 4));
  }

  private static void rhythm(String name, PlainSignal signal, Map<String, Double> features) {
    features.put("ac_" + name, signal.autocorrelation(signal.bestLag(15, 45)));
    for (int band = 0; band < BANDS.length; band++) {
      double power = signal.power(BANDS[band][0], BANDS[band][1]);
      features.put("b" + band + "_" + name, Math.log(power + 1e-4));
    }
  }

  private static void dominant(String name, PlainSignal signal, Map<String, Double> features) {
    int line = signal.bestLine(3, 24);
    features.put("fdom_" + name, line * HZ_PER_LINE);
    features.put("fdomP_" + name, signal.power(line) / (signal.power(2, 78) + 1e-6));
  }

  private static double entropy(PlainSignal signal) {
    double total = signal.power(2, 78) + 1e-6;
    return IntStream.rangeClosed(2, 78)
            .mapToDouble(line -> signal.power(line) / total)
            .map(share -> -share * Math.log(share + 1e-12))
            .sum()
        / Math.log(77);
  }

  private static double[][] inTrueG(Window window, double gravity) {
    double[][] g = new double[window.x().length][];
    for (int i = 0; i < g.length; i++) {
      g[i] =
          new double[] {window.x()[i] / gravity, window.y()[i] / gravity, window.z()[i] / gravity};
    }
    return g;
  }

  private static PlainSignal signal(IntToDoubleFunction sample) {
    return new PlainSignal(IntStream.range(0, MadeUpWindows.SAMPLES).mapToDouble(sample).toArray());
  }

  private static double[] unit(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / length, y / length, z / length};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
