package io.vigil.alert;

import java.time.Duration;

/**
 * The life of participants' alerts, as a pure state machine: state and input in, documents and
 * answers out. One alert of a type is active at a time; what recurs is added to it. What was taken
 * in before changes nothing.
 *
 * <p>Each input comes with the moment at which it is applied: the wall clock in a live job, the
 * participant's own clock in a replay. {@link Outcome#wakeAt()} says when {@link TimePassed} is due
 * by the same clock.
 */
public final class AlertLifecycle {
  /**
   * How long escalation waits after a restart: answers that came before it are read again first.
   */
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final long REVISIONS_A_TERM = 1_000_000;

  private final boolean replay;
  private final int term;
  private long graceEnds = Alert.NEVER;

  /**
   * @param replay whether nobody is to be called, whatever is found
   * @param term which life of the job this is, raised by each restart: revisions of a later term
   *     are higher than all that an earlier one may have written and forgotten
   */
  public AlertLifecycle(boolean replay, int term) {
    this.replay = replay;
    this.term = term;
  }

  /**
   * Takes in what happened.
   *
   * @param state of the participant; changed
   * @param rules of the participant
   * @param now when, in microseconds since the epoch (UTC)
   */
  public Outcome apply(AlertState state, Input input, Rules rules, long now) {
    if (graceEnds == Alert.NEVER) {
      // Whoever is looked at first: something comes of somebody as soon as there is a job again.
      graceEnds = now + GRACE.toNanos() / 1000;
    }
    if (state.term < term) {
      giveGrace(state);
      state.term = term;
    }
    Turn turn = new Turn(state, rules, now, replay, term, term * REVISIONS_A_TERM);
    if (input instanceof Incident incident) {
      IncidentStep.apply(turn, incident);
    } else if (input instanceof Command command) {
      CommandStep.apply(turn, command);
    } else if (input instanceof HeldCommand early) {
      CommandStep.applyOrHold(turn, early);
    } else if (input instanceof ParticipantGone) {
      GoneStep.apply(turn);
    }
    TimeStep.apply(turn);
    return turn.outcome();
  }

  private void giveGrace(AlertState state) {
    for (int i = 0; i < state.open.size(); i++) {
      Alert alert = state.open.get(i);
      Waits waits = alert.waits();
      if (Waits.due(waits.escalate(), graceEnds)) {
        Waits later =
            new Waits(
                waits.okUntil(), graceEnds, waits.calls(), waits.snoozedUntil(), waits.clear());
        state.open.set(i, alert.waiting(later));
      }
    }
  }
}
