package io.vigil.alert;

import java.util.List;
import java.util.Locale;

/**
 * What ten seconds of samples were like.
 *
 * @param fault what is wrong with them, for an operator, or the empty string
 * @param measures the numbers
 */
record SignalFinding(String fault, List<Measure> measures) {
  private static final String AT_THE_RAIL =
      "An axis is at the rail: nothing can be said of the wearer.";

  private static final double MOSTLY = 0.5;

  private static final double SOMETIMES = 0.1;
  private static final double MOST_MISSING = 0.25;

  /** Fewer may be alike by chance. */
  private static final int LEAST_SAMPLES = 20;

  /** Slower sensors do not show an impact. */
  private static final double LEAST_RATE_HZ = 10;

  private static final double LEAST_GRAVITY = 0.5;
  private static final double MOST_GRAVITY = 1.9;

  /** Judges what was counted since the last look. */
  static SignalFinding of(SignalState state) {
    SampleCounts counts = state.counts;
    int samples = Math.max(1, state.samples);
    double flat = state.stuck / (double) samples;
    double railed = counts.railed / (double) Math.max(1, counts.samples);
    double missing = Math.max(0, 1 - state.samples / Math.max(1, state.expected));
    double rateHz = state.samples / (state.blocks * Block.MICROS / 1e6);
    double gravity = state.gravity / samples;
    double refused = counts.refused / (double) (counts.refused + state.samples);
    int spikes = counts.spikes + counts.refused;
    String fault = "";
    if (counts.refused > 0 && refused > SOMETIMES) {
      fault =
          "Not in g: %.0f %% of the samples are beyond what can be measured and were refused: is the unit mistaken?"
              .formatted(100 * refused);
    } else if (railed > MOSTLY) {
      fault = AT_THE_RAIL;
    } else if (flat > MOSTLY) {
      fault = "The signal is flat: the sensor stands still at one value.";
    } else if (isDead(counts)) {
      fault = "An axis is flat: it has not changed at all, the sensor seems broken.";
    } else if (gravity < LEAST_GRAVITY || gravity > MOST_GRAVITY) {
      fault =
          number(
              "Not in g: the sensor measures %.2f g on average, expected about 1: is its unit mistaken?",
              gravity);
    } else if (railed > SOMETIMES) {
      fault = AT_THE_RAIL;
    } else if (rateHz < LEAST_RATE_HZ) {
      fault = number("Too few samples: %.1f a second, expected 10 or more.", rateHz);
    } else if (missing > MOST_MISSING) {
      fault =
          "Too few samples: %.0f %% are missing, what is said of the wearer may be wrong."
              .formatted(100 * missing);
    } else if (spikes > 0) {
      fault =
          "Spikes: %d samples in 10 s jump to values that no body makes: is the sensor broken?"
              .formatted(spikes);
    } else if (state.turnedUntil != Alert.NEVER && state.lastEnd <= state.turnedUntil) {
      fault =
          "Axes swapped or sensor turned: upright lies elsewhere than it did while the wearer walked.";
    } else if (state.rest.changed) {
      fault =
          number("Not in g: at rest the sensor measures %.2f g,", state.rest.now)
              + number(" before it was %.2f: has it an offset?", state.rest.gravity);
    }
    return new SignalFinding(
        fault,
        List.of(
            new Measure("flatShare", rounded(flat)),
            new Measure("railedShare", rounded(railed)),
            new Measure("missingShare", rounded(missing)),
            new Measure("refusedShare", rounded(refused)),
            new Measure("rateHz", rounded(rateHz)),
            new Measure("gravityG", rounded(gravity))));
  }

  /** The same numbers behind a sentence. */
  Evidence evidence(String sentence) {
    return new Evidence(sentence, measures, "");
  }

  boolean isGood() {
    return fault.isEmpty();
  }

  private static boolean isDead(SampleCounts counts) {
    int most = Math.max(counts.sameX, Math.max(counts.sameY, counts.sameZ));
    return counts.samples >= LEAST_SAMPLES && most >= counts.samples - 1;
  }

  private static String number(String text, double value) {
    return String.format(Locale.ROOT, text, value);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
