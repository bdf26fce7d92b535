package io.vigil.alert.fall;

/** Watches, second by second, whether the person gets up or lies still. */
final class AfterFall {
  private static final long WATCHED_MICROS = 300_000_000;
  private static final double UP_DEGREES = 40;
  private static final int UP_SECONDS = 3;

  private final FallSettings settings;

  AfterFall(FallSettings settings) {
    this.settings = settings;
  }

  void begin(FallState.Aftermath after, ImpactWindow w, double postureChange) {
    double[] before = Vectors.mean(w, w.at(-2.4), w.at(-0.9));
    after.impact = w.impactMicros();
    after.peakG = w.peakG();
    after.postureChangeDegrees = postureChange;
    after.beforeX = (float) before[0];
    after.beforeY = (float) before[1];
    after.beforeZ = (float) before[2];
    after.upDegrees = (float) Math.min(UP_DEGREES, postureChange / 2);
    after.stillSeconds = 0;
    after.upSeconds = 0;
  }

  void second(FallState state, Second second, long time, FallOutput output) {
    FallState.Aftermath after = state.after;
    if (after.impact == FallState.NONE || time - after.impact > WATCHED_MICROS) {
      after.impact = FallState.NONE;
      return;
    }
    double[] before = {after.beforeX, after.beforeY, after.beforeZ};
    boolean up = Vectors.degrees(before, second.mean()) < after.upDegrees;
    after.upSeconds = up ? after.upSeconds + 1 : 0;
    after.stillSeconds = second.isStill() && !up ? after.stillSeconds + 1 : 0;
    if (after.upSeconds == UP_SECONDS) {
      output.update(news(FallUpdate.Kind.RECOVERED, after, time, 0));
      after.impact = FallState.NONE;
      return;
    }
    for (int still : settings.stillSeconds()) {
      if (after.stillSeconds == still) {
        output.update(news(FallUpdate.Kind.LYING_STILL, after, time, still));
      }
    }
  }

  private static FallUpdate news(
      FallUpdate.Kind kind, FallState.Aftermath after, long time, int still) {
    return new FallUpdate(kind, after.impact, after.peakG, after.postureChangeDegrees, time, still);
  }
}
