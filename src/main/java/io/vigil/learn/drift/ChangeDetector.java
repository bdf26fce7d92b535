package io.vigil.learn.drift;

/**
 * Page and Hinkley's test that a mean has risen (Page, "Continuous Inspection Schemes", Biometrika
 * 1954; Gama et al., "A Survey on Concept Drift Adaptation", ACM Computing Surveys 2014, 3.2), in
 * its recursive form: g = max(0, g + z - tolerance), a change where g is above the threshold. z is
 * a day's distance from the person's own days before, in standard deviations.
 *
 * <p>A day counts for no more than {@link #MOST}, so that one odd day is no change: three such days
 * in a row are, or more days that are less odd.
 */
public final class ChangeDetector {
  /** Days that are learned from before any is judged. */
  public static final int LEARNING = 5;

  /** After so many days the new level is the usual one. */
  public static final int GETTING_USED = 14;

  private static final double TOLERANCE = 0.5;
  private static final double THRESHOLD = 10;
  private static final double MOST = 4;

  private static final double ODD = 3;

  /** Within this a day is like those before. */
  private static final double USUAL = 2;

  /** In nats a feature: how much days differ before anything is known of the person's own. */
  private static final double PRIOR_SD = 0.1;

  private static final double PRIOR_DAYS = 5;

  /** What a day says. */
  public enum Verdict {
    USUAL,
    BEGAN,
    GOES_ON,
    ENDED,
    /** It went on for so long that it is the usual now. */
    GOT_USED
  }

  /** Takes in the next day. */
  public Verdict add(ChangeState state, double value) {
    double z = state.days == 0 ? 0 : (value - state.mean) / deviation(state);
    if (state.changedDays > 0) {
      return goOn(state, z);
    }
    if (state.days >= LEARNING) {
      state.sum = Math.max(0, state.sum + Math.min(z, MOST) - TOLERANCE);
      if (state.sum > THRESHOLD) {
        state.changedDays = 1;
        return Verdict.BEGAN;
      }
    }
    // Neither odd days nor those on the way to a change are learned from: they would hide it.
    if (state.days < LEARNING || z < ODD && state.sum <= THRESHOLD / 2) {
      learn(state, value);
    }
    return Verdict.USUAL;
  }

  private static Verdict goOn(ChangeState state, double z) {
    if (z <= USUAL) {
      state.changedDays = 0;
      state.sum = 0;
      return Verdict.ENDED;
    }
    state.changedDays++;
    if (state.changedDays > GETTING_USED) {
      state.days = 0;
      state.mean = 0;
      state.squares = 0;
      state.sum = 0;
      state.changedDays = 0;
      return Verdict.GOT_USED;
    }
    return Verdict.GOES_ON;
  }

  private static void learn(ChangeState state, double value) {
    state.days++;
    double distance = value - state.mean;
    state.mean += distance / state.days;
    state.squares += distance * (value - state.mean);
  }

  /** How much the person's days differ; of few days, mostly as much as people's days do. */
  static double deviation(ChangeState state) {
    return Math.sqrt(
        (state.squares + PRIOR_DAYS * PRIOR_SD * PRIOR_SD) / (state.days + PRIOR_DAYS));
  }
}
