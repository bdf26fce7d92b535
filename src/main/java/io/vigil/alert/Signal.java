package io.vigil.alert;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Finds samples that nothing can be concluded from: a flat line, an axis at its rail, too many
 * missing, or a gravity that no wearer feels, as when the unit is mistaken. They are looked at ten
 * seconds at a time; a pause in the input is not bad but silent.
 */
public final class Signal {
  private static final int LOOK = 20;
  private static final double MOST_STUCK = 0.5;
  private static final double MOST_MISSING = 0.25;
  private static final double LEAST_GRAVITY = 0.3;
  private static final double MOST_GRAVITY = 3;
  private static final long PAUSE = Duration.ofSeconds(10).toNanos() / 1000;

  /** Takes in the next block of a participant, in order of time. */
  public void add(
      SignalState state,
      String participantId,
      Block block,
      Rules rules,
      Consumer<Incident> output) {
    if (state.lastEnd != Alert.NEVER && block.start() - state.lastEnd > PAUSE) {
      clearLook(state);
    } else if (state.lastEnd != Alert.NEVER) {
      long missed = (block.start() - state.lastEnd) / Block.MICROS;
      state.expected += missed * block.expected();
      state.blocks += (int) missed;
    }
    state.lastEnd = block.end();
    state.blocks++;
    state.samples += block.samples();
    state.stuck += block.stuck();
    state.expected += block.expected();
    state.gravity += block.gravity() * block.samples();
    if (state.blocks >= LOOK) {
      judge(state, participantId, rules, output);
      clearLook(state);
    }
  }

  private static void judge(
      SignalState state, String participantId, Rules rules, Consumer<Incident> output) {
    double stuck = state.stuck / (double) state.samples;
    double missing = Math.max(0, 1 - state.samples / state.expected);
    double gravity = state.gravity / state.samples;
    String wrong = wrong(stuck, missing, gravity);
    long from = state.lastEnd - state.blocks * Block.MICROS;
    long after = rules.signal().after().toNanos() / 1000;
    Phase phase = null;
    if (wrong.isEmpty()) {
      state.badSince = Alert.NEVER;
      state.goodSince = state.goodSince == Alert.NEVER ? from : state.goodSince;
      if (state.raised != Alert.NEVER && state.lastEnd - state.goodSince >= after) {
        phase = Phase.ENDED;
      }
    } else {
      state.goodSince = Alert.NEVER;
      state.badSince = state.badSince == Alert.NEVER ? from : state.badSince;
      if (state.raised == Alert.NEVER && state.lastEnd - state.badSince >= after) {
        state.raised = state.badSince;
        phase = Phase.BEGAN;
      }
    }
    if (phase != null) {
      String sentence = phase == Phase.BEGAN ? wrong : "The samples can be relied on again.";
      output.accept(
          new Incident(
              new AlertKey(participantId, AlertType.LOW_CONFIDENCE, state.raised),
              phase,
              state.lastEnd,
              Severity.WARNING,
              Evidence.of(
                  sentence,
                  new Measure("stuckShare", rounded(stuck)),
                  new Measure("missingShare", rounded(missing)),
                  new Measure("gravityG", rounded(gravity))),
              rules.ref(AlertType.LOW_CONFIDENCE),
              Incident.NO_MODEL));
    }
    if (phase == Phase.ENDED) {
      state.raised = Alert.NEVER;
    }
  }

  private static String wrong(double stuck, double missing, double gravity) {
    if (stuck > MOST_STUCK) {
      return "The sensor stands still at one value or at its rail: nothing can be said of the wearer.";
    }
    if (missing > MOST_MISSING) {
      return "%.0f %% of the samples are missing: what is said of the wearer may be wrong."
          .formatted(100 * missing);
    }
    if (gravity < LEAST_GRAVITY || gravity > MOST_GRAVITY) {
      return String.format(
          Locale.ROOT,
          "The sensor measures %.2f g on average, expected about 1: is its unit mistaken?",
          gravity);
    }
    return "";
  }

  private static void clearLook(SignalState state) {
    state.blocks = 0;
    state.samples = 0;
    state.stuck = 0;
    state.expected = 0;
    state.gravity = 0;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
