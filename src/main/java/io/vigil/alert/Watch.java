package io.vigil.alert;

import io.vigil.activity.Prediction;
import io.vigil.sensor.SampleBatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Watches over one participant: what the detectors see in their ordered input becomes alerts, and
 * people's answers reach them. Holds nothing itself: each call is handed the participant's state
 * and rules and, in microseconds since the epoch, the wall clock, which a replay does not look at.
 */
public final class Watch {
  /** How soon silence is looked for again while the job catches up. */
  private static final long LOOK_AGAIN = Duration.ofSeconds(30).toNanos() / 1000;

  private final boolean replay;
  private final AlertLifecycle lifecycle;
  private final Blocks blocks = new Blocks();
  private final Inactivity inactivity = new Inactivity();
  private final Signal signal = new Signal();
  private final Silence silence = new Silence();
  private final UnusualDay unusualDay = new UnusualDay();

  /**
   * @param replay whether time is the participant's own, and nobody is to be called
   * @param term which life of the job this is, from 0, raised by each restart
   */
  public Watch(boolean replay, int term) {
    this.replay = replay;
    this.lifecycle = new AlertLifecycle(replay, term);
  }

  /** Takes in samples of the participant, in order of time, none at an instant seen before. */
  public Outcome samples(WatchState state, SampleBatch stretch, Rules rules, long wall) {
    return samples(state, stretch, List.of(), rules, wall);
  }

  /**
   * The same with what others saw in these samples.
   *
   * @param falls in order of detection
   */
  public Outcome samples(
      WatchState state, SampleBatch stretch, List<Incident> falls, Rules rules, long wall) {
    WatchTurn turn = turn(state, rules, wall);
    if (stretch.isLeftOut()) {
      leftOut(state, stretch, rules, turn);
    } else {
      came(state, stretch, falls, rules, turn);
    }
    if (!replay) {
      silence.arrived(state.silence, wall);
    }
    turn.takeSeen();
    if (stretch.size() > 0) {
      turn.passTo(stretch.times()[stretch.size() - 1]);
    }
    return turn.outcome(silence.lookAt(state.silence, rules));
  }

  /** Takes in what the model says of the participant's next window. */
  public Outcome prediction(WatchState state, Prediction window, Rules rules, long wall) {
    WatchTurn turn = turn(state, rules, wall);
    unusualDay.add(state.unusualDay, window, rules, turn::see);
    turn.takeSeen();
    return turn.outcome(silence.lookAt(state.silence, rules));
  }

  /** Takes in what others saw: a fall, a refused model. */
  public Outcome incident(WatchState state, Incident incident, Rules rules, long wall) {
    WatchTurn turn = turn(state, rules, wall);
    turn.see(incident.by(rules));
    turn.takeSeen();
    return turn.outcome(silence.lookAt(state.silence, rules));
  }

  /**
   * Takes in a person's answer.
   *
   * @param hold how long it waits for an alert that there is not yet, in microseconds; 0 where it
   *     is refused at once
   */
  public Outcome command(WatchState state, Command command, long hold, Rules rules, long wall) {
    WatchTurn turn = turn(state, rules, wall);
    turn.take(hold > 0 ? new HeldCommand(command, wall + hold) : command);
    return turn.outcome(silence.lookAt(state.silence, rules));
  }

  /**
   * Does what is due by the wall clock, in a live job.
   *
   * @param catchingUp as {@link StreamClock#catchingUp} says: then nobody is silent
   */
  public Outcome time(
      WatchState state, String participantId, boolean catchingUp, Rules rules, long wall) {
    WatchTurn turn = turn(state, rules, wall);
    silence.look(
        state.silence,
        participantId,
        wall,
        catchingUp,
        rules,
        incident -> turn.see(RecentSamples.around(state.recent, incident)));
    turn.takeSeen();
    turn.take(new TimePassed());
    long look = silence.lookAt(state.silence, rules);
    return turn.outcome(Waits.due(look, wall) ? wall + LOOK_AGAIN : look);
  }

  /** Ends the watch over a participant of whom nothing comes any more. */
  public Outcome gone(WatchState state, Rules rules, long wall) {
    WatchTurn turn = turn(state, rules, wall);
    turn.take(new ParticipantGone());
    return turn.outcome(Alert.NEVER);
  }

  /** Ends a replay: what only waits for time to pass has waited long enough. */
  public Outcome finish(WatchState state, String participantId, Rules rules) {
    WatchTurn turn = turn(state, rules, state.clock);
    Consumer<Incident> see = incident -> turn.see(RecentSamples.around(state.recent, incident));
    blocks.finish(state.blocks, block -> look(state, participantId, block, rules, see));
    turn.takeSeen();
    turn.passTo(Long.MAX_VALUE);
    return turn.outcome(Alert.NEVER);
  }

  /** Falls detected before a block ended, each with what was known of stillness then. */
  private static void seeUntil(
      long end, Deque<Incident> waiting, WatchState state, Consumer<Incident> see) {
    while (!waiting.isEmpty() && waiting.peek().detected() < end) {
      see.accept(WornAfterFall.add(state.inactivity, waiting.poll()));
    }
  }

  private void came(
      WatchState state, SampleBatch stretch, List<Incident> falls, Rules rules, WatchTurn turn) {
    Consumer<Incident> see =
        incident -> turn.see(RecentSamples.around(state.recent, stretch, incident));
    Deque<Incident> waiting = new ArrayDeque<>(falls);
    silence.add(state.silence, stretch, rules, see);
    for (SampleBatch half : HalfSeconds.of(stretch)) {
      // Blocks before are judged first, on what was counted in them and no more.
      blocks.add(
          state.blocks,
          half,
          block -> {
            seeUntil(block.end(), waiting, state, see);
            look(state, stretch.participantId(), block, rules, see);
          });
      SampleFaults.count(state.signal.counts, half);
    }
    seeUntil(Long.MAX_VALUE, waiting, state, see);
    RecentSamples.add(state.recent, stretch);
  }

  private void leftOut(WatchState state, SampleBatch word, Rules rules, WatchTurn turn) {
    Consumer<Incident> see = incident -> turn.see(RecentSamples.around(state.recent, incident));
    silence.add(state.silence, word, rules, see);
    if (!word.isLate()) {
      blocks.finish(state.blocks, block -> look(state, word.participantId(), block, rules, see));
    }
    signal.leftOut(state.signal, word, rules, see);
  }

  private void look(
      WatchState state, String participantId, Block block, Rules rules, Consumer<Incident> see) {
    inactivity.add(state.inactivity, participantId, block, rules, see);
    signal.add(state.signal, participantId, block, rules, see);
  }

  private WatchTurn turn(WatchState state, Rules rules, long wall) {
    return new WatchTurn(lifecycle, replay, state, rules, wall);
  }
}
