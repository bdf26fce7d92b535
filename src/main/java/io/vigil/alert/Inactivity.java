package io.vigil.alert;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Finds stillness that lasts too long. What is allowed depends on the time of day and on whether
 * the person was walking; time in which different limits hold counts by its share of each.
 *
 * <p>Movement is two half seconds of four that vary by more than the rules say, so that a single
 * wrong sample is none, or a turn of the body. Small pauses in the input are no movement either.
 */
public final class Inactivity {
  private static final int RECENT = 8;
  private static final long LONGEST_PAUSE = Duration.ofMinutes(5).toNanos() / 1000;

  /** A block varies like this in walking, in g; a person who sits does not. */
  private static final double VIGOROUS_G = 0.1;

  /** Twenty seconds, of which half must have been vigorous. */
  private static final long BEFORE = (1L << 40) - 1;

  private static final int MOST_OF_IT = 20;

  /** Half a minute, in which as many blocks must move to end what was raised. */
  private static final long LAST_HALF_MINUTE = (1L << 60) - 1;

  private static final int MOVES_TO_END = 6;

  /** Cosine of 15 degrees. */
  private static final double TURNED = 0.966;

  /** Takes in the next block of a participant, in order of time. */
  public void add(
      InactivityState state,
      String participantId,
      Block block,
      Rules rules,
      Consumer<Incident> output) {
    boolean moves = block.deviation() > rules.inactivity().movementG();
    boolean pause = state.since == Alert.NEVER || block.start() - state.lastEnd > LONGEST_PAUSE;
    long passed = pause ? 0 : Math.min(block.end() - state.lastEnd, 2 * Block.MICROS);
    state.moved = state.moved << 1 | (moves ? 1 : 0);
    state.vigorous = state.vigorous << 1 | (block.deviation() > VIGOROUS_G ? 1 : 0);
    state.lastEnd = block.end();
    if (state.raised != Alert.NEVER) {
      goOn(state, participantId, block, rules, passed, output);
      return;
    }
    boolean movement = Long.bitCount(state.moved & ((1 << RECENT) - 1)) > 1;
    if (pause || movement || turned(state, block)) {
      begin(state, block);
      return;
    }
    Stillness.add(state, block);
    state.share += share(state, block, rules, passed);
    if (state.share >= 1) {
      state.raised = state.since;
      output.accept(incident(state, participantId, Phase.BEGAN, block, rules));
    }
  }

  private static void goOn(
      InactivityState state,
      String participantId,
      Block block,
      Rules rules,
      long passed,
      Consumer<Incident> output) {
    boolean moves = Long.bitCount(state.moved & LAST_HALF_MINUTE) >= MOVES_TO_END;
    if (moves || turned(state, block)) {
      output.accept(incident(state, participantId, Phase.ENDED, block, rules));
      state.raised = Alert.NEVER;
      state.twice = false;
      begin(state, block);
      return;
    }
    Stillness.add(state, block);
    state.share += share(state, block, rules, passed);
    if (state.share >= 2 && !state.twice) {
      state.twice = true;
      output.accept(incident(state, participantId, Phase.GOES_ON, block, rules));
    }
  }

  private static void begin(InactivityState state, Block block) {
    state.since = block.end();
    state.share = 0;
    state.afterWalking = Long.bitCount(state.vigorous & BEFORE) >= MOST_OF_IT;
    Stillness.begin(state, block);
  }

  private static double share(InactivityState state, Block block, Rules rules, long passed) {
    return passed * 1000.0 / allowed(state.afterWalking, block.start(), rules).toNanos();
  }

  /** How long somebody may be still, by what they did before and by the time. */
  static Duration allowed(boolean afterWalking, long at, Rules rules) {
    Rules.Inactivity limits = rules.inactivity();
    return switch (rules.schedule().at(at)) {
      case NIGHT -> limits.atNight();
      case REST -> limits.atRest();
      case DAY -> afterWalking ? limits.afterWalking() : limits.byDay();
    };
  }

  private static boolean turned(InactivityState state, Block block) {
    double now = block.gravity();
    double then = Math.sqrt(state.x * state.x + state.y * state.y + state.z * state.z);
    double cosine = state.x * block.x() + state.y * block.y() + state.z * block.z();
    return now > 0 && then > 0 && cosine < TURNED * now * then;
  }

  private static Incident incident(
      InactivityState state, String participantId, Phase phase, Block block, Rules rules) {
    Stillness.Kind kind = Stillness.kind(state);
    return new Incident(
        new AlertKey(participantId, AlertType.INACTIVITY, state.raised),
        phase,
        block.end(),
        kind.severity(state.twice),
        Stillness.evidence(state, phase, kind, block.end()),
        rules.ref(AlertType.INACTIVITY),
        Incident.NO_MODEL);
  }
}
