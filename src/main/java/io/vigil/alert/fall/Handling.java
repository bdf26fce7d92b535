package io.vigil.alert.fall;

import java.util.List;

/**
 * Tells the movements of a sensor in a hand, as it is put on or taken off, from those of a body. A
 * body's trunk is neither shaken at several g for a second nor turned about in all directions, and
 * gravity on it does not change its size.
 */
final class Handling {
  /** What is shaken like this was not worn before nor is it for some seconds after. */
  static final long LASTS_MICROS = 10_000_000;

  private static final int VIOLENCE = index("violence");
  private static final int TURNING = index("turningBefore");
  private static final int GRAVITY_RATIO = index("gravityRatio");

  /** Hardest fall measured: 1.4. */
  private static final double SHAKEN = 1.6;

  /** Before and after together, the fall itself left out; no fall measured turned as much. */
  private static final double TURNED_DEGREES = 140;

  /** Most among falls that were lain still after: 0.3. */
  private static final double GRAVITY_CHANGED = 0.5;

  static boolean isShaken(double[] features) {
    return features[VIOLENCE] > SHAKEN;
  }

  static boolean isIn(ImpactWindow w, double[] features) {
    return isShaken(features) || isTurnedAbout(w, features) || changesGravity(features);
  }

  /** Why an impact is one of a hand, in a sentence. */
  static String why(ImpactWindow w, double[] features) {
    if (isShaken(features)) {
      return "The sensor is shaken harder and longer than any fall shakes a body.";
    }
    if (isTurnedAbout(w, features)) {
      return "The sensor is turned about more than a body that falls.";
    }
    return changesGravity(features)
        ? "Gravity changes its size from before to after, as on no body."
        : "The sensor was shaken in a hand less than 10 s before.";
  }

  private static boolean isTurnedAbout(ImpactWindow w, double[] features) {
    return features[TURNING] + Turning.total(w, w.at(0.8), w.size()) > TURNED_DEGREES;
  }

  private static boolean changesGravity(double[] features) {
    return features[GRAVITY_RATIO] > GRAVITY_CHANGED;
  }

  private static int index(String name) {
    List<String> names = FallFeatures.SCHEMA.names();
    return names.indexOf(name);
  }

  private Handling() {}
}
