package io.vigil.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One call of {@link Watch}: gathers what several inputs of the life cycle lead to. */
final class WatchTurn {
  private final AlertLifecycle lifecycle;
  private final boolean replay;
  private final WatchState state;
  private final Rules rules;
  private final long wall;
  private final List<Incident> seen = new ArrayList<>();
  private final List<Alert> changes = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  WatchTurn(AlertLifecycle lifecycle, boolean replay, WatchState state, Rules rules, long wall) {
    this.lifecycle = lifecycle;
    this.replay = replay;
    this.state = state;
    this.rules = rules;
    this.wall = wall;
  }

  /** Remembers what a detector saw, until all have looked. */
  void see(Incident incident) {
    seen.add(incident);
  }

  /** Takes in what was seen: each at its moment, whichever detector saw it first. */
  void takeSeen() {
    seen.sort(Comparator.comparingLong(Incident::detected));
    for (Incident incident : seen) {
      passTo(incident.detected());
      take(incident);
    }
    seen.clear();
  }

  /** In a replay time passes with the participant's samples: what waits is done at its moment. */
  void passTo(long moment) {
    if (!replay) {
      return;
    }
    while (Waits.due(state.alerts.wakeAt(), moment)) {
      state.clock = Math.max(state.clock, state.alerts.wakeAt());
      take(new TimePassed());
    }
    if (moment != Long.MAX_VALUE) {
      state.clock = Math.max(state.clock, moment);
    }
  }

  void take(Input input) {
    Outcome outcome = lifecycle.apply(state.alerts, input, rules, replay ? state.clock : wall);
    changes.addAll(outcome.changes());
    answers.addAll(outcome.answers());
  }

  /**
   * What it all led to.
   *
   * @param look when something else than an alert asks to be woken, or {@link Alert#NEVER}
   */
  Outcome outcome(long look) {
    return new Outcome(
        changes, answers, replay ? Alert.NEVER : Waits.earlier(state.alerts.wakeAt(), look));
  }
}
