package io.vigil.alert.fall;

import io.vigil.alert.fall.ImpactFinding.Verdict;
import io.vigil.alert.fall.ImpactJudgement.Kind;
import io.vigil.sensor.SampleBatch;

/**
 * Finds falls in one participant's samples, in order of time. What it says depends only on the
 * sequence of samples, not on how it is cut into stretches, and on nothing but its own state.
 *
 * <p>An impact is a cell above {@value #IMPACT_G} of the wearer's own g that is the highest for 0.6
 * s around. It is judged once, when 2.5 s behind it are known, on what went before and came after.
 */
public final class FallDetector {
  /** Soft on purpose: an older person sinks down more than falls, and the model judges the rest. */
  static final double IMPACT_G = 1.25;

  /** A new impact within this of a fall belongs to it. */
  private static final long SAME_FALL_MICROS = 15_000_000;

  private static final int HIGHEST_FOR = 15;
  private static final int LEAST_BEFORE = 40;
  private static final double UNRELIABLE_SHARE = 0.6;
  private static final double RAILED_SHARE = 0.05;

  private final FallScorer scorer;
  private final FallSettings settings;
  private final AfterFall afterFall;

  /** A detector for any number of participants, each with a state of their own. */
  public FallDetector(FallScorer scorer, FallSettings settings) {
    this.scorer = scorer;
    this.settings = settings;
    this.afterFall = new AfterFall(settings);
  }

  /** Takes a participant's next samples in; those not newer than the last change nothing. */
  public void add(FallState state, SampleBatch batch, FallOutput output) {
    Cells.OnCell onCell = time -> cell(state, time, output);
    for (int i = 0; i < batch.size(); i++) {
      state.recent.add(batch.times()[i], batch.x()[i], batch.y()[i], batch.z()[i]);
      state.swapped = state.recent.mayJump() ? batch.times()[i] : state.swapped;
      Cells.add(state, batch.times()[i], batch.x()[i], batch.y()[i], batch.z()[i], onCell);
    }
  }

  private void cell(FallState state, long time, FallOutput output) {
    CellRing ring = state.ring;
    if (Second.isDue(ring)) {
      Second second = Second.of(ring);
      WearerGravity.learn(state, second);
      signal(state, time, output);
      afterFall.second(state, second, time, output);
    }
    if (isImpact(ring, state.gravity)) {
      judge(state, ImpactWindow.of(ring, state.gravity), time, output);
    }
  }

  private static void signal(FallState state, long time, FallOutput output) {
    SignalFault fault = SignalQuality.of(state.ring);
    int place = fault == null ? -1 : fault.ordinal();
    if (place != state.fault) {
      state.fault = place;
      output.signal(fault, time);
    }
  }

  /**
   * Whether the cell that is old enough to be judged is the highest around; of equals the first.
   */
  private static boolean isImpact(CellRing ring, double gravity) {
    if (ring.size < CellRing.AFTER + 1 + LEAST_BEFORE) {
      return false;
    }
    long height = ring.magnitude2(CellRing.AFTER);
    double least = IMPACT_G * gravity * SampleBatch.PER_G;
    if (height <= least * least) {
      return false;
    }
    for (int off = 1; off <= HIGHEST_FOR; off++) {
      if (ring.magnitude2(CellRing.AFTER + off) >= height
          || ring.magnitude2(CellRing.AFTER - off) > height) {
        return false;
      }
    }
    return true;
  }

  private void judge(FallState state, ImpactWindow w, long time, FallOutput output) {
    double[] features = FallFeatures.of(w);
    if (Handling.isShaken(features)) {
      state.handledUntil = w.impactMicros() + Handling.LASTS_MICROS;
    }
    double score = scorer.score(features);
    Kind kind = kind(state, w, features, score);
    output.judged(
        new ImpactJudgement(
            kind,
            why(kind, state, w, features),
            w.impactMicros(),
            time,
            w.peakG(),
            features,
            score,
            settings.minScore()));
    if (kind == Kind.NO_FALL || kind == Kind.SAME_FALL) {
      return;
    }
    double postureChange = features[1];
    output.impact(
        new ImpactFinding(
            Verdict.valueOf(kind.name()),
            w.impactMicros(),
            time,
            w.peakG(),
            postureChange,
            StillStretch.secondsAtTheEndOf(w),
            score));
    if (kind == Kind.FALL) {
      state.lastFall = w.impactMicros();
      afterFall.begin(state.after, w, postureChange);
    }
  }

  private Kind kind(FallState state, ImpactWindow w, double[] features, double score) {
    if (!(score >= settings.minScore())) {
      return Kind.NO_FALL;
    }
    if (isSameFall(state, w)) {
      return Kind.SAME_FALL;
    }
    if (state.fault >= 0
        || w.sparse() > UNRELIABLE_SHARE
        || w.railed() > RAILED_SHARE
        || isSwapped(state, w)) {
      return Kind.UNRELIABLE;
    }
    return Handling.isIn(w, features) || w.impactMicros() < state.handledUntil
        ? Kind.NOT_WORN
        : Kind.FALL;
  }

  private static String why(Kind kind, FallState state, ImpactWindow w, double[] features) {
    return switch (kind) {
      case FALL -> "The score reaches the least one, and the sensor moves as on a body.";
      case NO_FALL -> "The score is below the least one.";
      case SAME_FALL -> "Less than 15 s after a fall: part of it.";
      case NOT_WORN -> Handling.why(w, features);
      case UNRELIABLE -> whyUnreliable(state, w);
    };
  }

  private static String whyUnreliable(FallState state, ImpactWindow w) {
    if (state.fault >= 0) {
      return "The signal is " + SignalFault.values()[state.fault] + ".";
    }
    return isSwapped(state, w)
        ? "Axes seem to change places, which looks like a change of posture."
        : "Too many samples are missing or at the end of the range.";
  }

  /** Whether axes seem to change places within the window, which looks like a change of posture. */
  private static boolean isSwapped(FallState state, ImpactWindow w) {
    return state.swapped != FallState.NONE
        && w.impactMicros() - state.swapped < (long) CellRing.BEFORE * CellRing.MICROS;
  }

  private static boolean isSameFall(FallState state, ImpactWindow w) {
    return state.lastFall != FallState.NONE && w.impactMicros() - state.lastFall < SAME_FALL_MICROS;
  }
}
