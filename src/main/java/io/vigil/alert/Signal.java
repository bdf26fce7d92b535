package io.vigil.alert;

import io.vigil.feature.WearerDoubt;
import io.vigil.sensor.SampleBatch;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Finds samples that nothing can be concluded from; {@link SignalFinding} says which. They are
 * looked at ten seconds at a time. A pause in the input is not bad but silent, and half a minute
 * must be good to end what is bad now and then.
 */
public final class Signal {
  private static final int LOOK = 20;
  private static final int FRAGMENT = LOOK / 2;
  private static final int GOOD_AGAIN = 3;
  private static final long PAUSE = Duration.ofSeconds(10).toNanos() / 1000;

  /** Late samples a second that are no accident any more. */
  private static final int LATE_A_SECOND = 10;

  /** Takes in the next block of a participant, in order of time. */
  public void add(
      SignalState state,
      String participantId,
      Block block,
      Rules rules,
      Consumer<Incident> output) {
    if (state.lastEnd != Alert.NEVER && block.start() < state.lastEnd) {
      return;
    }
    if (state.lastEnd != Alert.NEVER && block.start() - state.lastEnd > PAUSE) {
      if (state.blocks > 0 && state.blocks < FRAGMENT) {
        judge(state, participantId, rules, output);
      }
      state.begin();
    } else if (state.lastEnd != Alert.NEVER) {
      long missed = (block.start() - state.lastEnd) / Block.MICROS;
      state.expected += missed * block.expected();
      state.blocks += (int) missed;
    }
    take(state, block, micros(rules));
    if (state.blocks >= LOOK) {
      judge(state, participantId, rules, output);
      state.begin();
    }
  }

  /** Takes in word of samples that were refused or came too late. */
  public void leftOut(SignalState state, SampleBatch word, Rules rules, Consumer<Incident> output) {
    long time = word.times()[0];
    if (word.isLate()) {
      state.late += word.size();
      late(state, word, rules, output);
      return;
    }
    state.counts.refused += word.size();
    long start = Math.floorDiv(time, Block.MICROS) * Block.MICROS;
    add(state, word.participantId(), new Block(start, 0, 0, 0, 0, 0, 0, 0), rules, output);
  }

  private static void take(SignalState state, Block block, long after) {
    state.lastEnd = block.end();
    state.blocks++;
    state.samples += block.samples();
    state.stuck += block.stuck();
    state.expected += block.expected();
    state.gravity += block.gravity() * block.samples();
    RestGravity.add(state.rest, block);
    WearerDoubt.jump(state.wearer, state.counts.jumped);
    state.counts.jumped = false;
    if (TurnedSensor.add(state, block)) {
      state.turnedUntil = block.end() + after + 2 * PAUSE;
    }
  }

  private static void late(
      SignalState state, SampleBatch word, Rules rules, Consumer<Incident> output) {
    if (state.raised != Alert.NEVER
        || state.late < LATE_A_SECOND * rules.signal().after().toSeconds()) {
      return;
    }
    String sentence =
        "Time runs backwards: %d samples are older than those before them by more than is allowed, and were left out."
            .formatted(state.late);
    state.raised = word.times()[0];
    state.goodLooks = 0;
    Evidence evidence = Evidence.of(sentence, new Measure("lateSamples", state.late));
    state.late = 0;
    tell(state, word.participantId(), Phase.BEGAN, word.times()[0], evidence, rules, output);
  }

  private static void judge(
      SignalState state, String participantId, Rules rules, Consumer<Incident> output) {
    RestGravity.learn(state.rest);
    SignalFinding found = SignalFinding.of(state);
    long from = state.lastEnd - state.blocks * Block.MICROS;
    if (found.isGood()) {
      state.late -= state.late / 4;
      state.goodSince = state.goodSince == Alert.NEVER ? from : state.goodSince;
      state.goodLooks++;
      if (state.goodLooks >= GOOD_AGAIN) {
        state.badSince = Alert.NEVER;
      }
      if (state.raised != Alert.NEVER && state.lastEnd - state.goodSince >= micros(rules)) {
        Evidence evidence = found.evidence("The samples can be relied on again.");
        tell(state, participantId, Phase.ENDED, state.lastEnd, evidence, rules, output);
        state.raised = Alert.NEVER;
      }
      return;
    }
    state.goodSince = Alert.NEVER;
    state.goodLooks = 0;
    state.badSince = state.badSince == Alert.NEVER ? from : state.badSince;
    if (state.raised == Alert.NEVER && state.lastEnd - state.badSince >= micros(rules)) {
      state.raised = state.badSince;
      Evidence evidence = found.evidence(found.fault());
      tell(state, participantId, Phase.BEGAN, state.lastEnd, evidence, rules, output);
    }
  }

  private static void tell(
      SignalState state,
      String participantId,
      Phase phase,
      long detected,
      Evidence evidence,
      Rules rules,
      Consumer<Incident> output) {
    output.accept(
        new Incident(
            new AlertKey(participantId, AlertType.LOW_CONFIDENCE, state.raised),
            phase,
            detected,
            Severity.WARNING,
            evidence,
            rules.ref(AlertType.LOW_CONFIDENCE),
            Incident.NO_MODEL));
  }

  private static long micros(Rules rules) {
    return rules.signal().after().toNanos() / 1000;
  }
}
