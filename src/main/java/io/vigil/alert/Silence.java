package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Finds sensors that send nothing. A gap between two samples of a participant is found by {@link
 * #add} alone, whatever others did meanwhile; in a live job {@link #look} finds it while it lasts,
 * and the samples that come then say what it was: a gap, or a connection that was lost and a
 * backlog that takes the incident back. Nobody is silent while samples arrive, however old they
 * are: an upload is read first.
 */
public final class Silence {
  /** How soon after samples arrived it is asked how old they are. */
  private static final long ARRIVING = Duration.ofMinutes(1).toNanos() / 1000;

  /** Takes in the next samples of a participant, in order of time. */
  public void add(SilenceState state, SampleBatch stretch, Rules rules, Consumer<Incident> output) {
    for (int i = 0; i < stretch.size(); i++) {
      long time = stretch.times()[i];
      if (time <= state.last) {
        continue;
      }
      if (state.last != Alert.NEVER) {
        next(state, stretch.participantId(), time, rules, output);
      }
      state.last = time;
    }
  }

  /**
   * Looks whether a participant has been silent for too long, as {@link #lookAt} asks for.
   *
   * @param clock of the stream, microseconds since the epoch (UTC)
   * @param catchingUp whether input waits that is older than the clock says; then nobody is silent
   */
  public void look(
      SilenceState state,
      String participantId,
      long clock,
      boolean catchingUp,
      Rules rules,
      Consumer<Incident> output) {
    long due = lookAt(state, rules);
    if (due != Alert.NEVER && clock >= due && !catchingUp) {
      state.raised = true;
      output.accept(
          incident(
              state,
              participantId,
              Phase.BEGAN,
              state.last + after(rules),
              rules,
              "No samples have come since; why is not known yet."));
    }
  }

  /** When a look is due by the clock of the stream, or {@link Alert#NEVER}. */
  public long lookAt(SilenceState state, Rules rules) {
    if (state.last == Alert.NEVER || state.raised) {
      return Alert.NEVER;
    }
    long arrived = state.last + state.behindSeconds * 1_000_000L;
    return Math.max(state.last + after(rules), arrived + ARRIVING);
  }

  /** Remembers that samples of a participant have just arrived. */
  public void arrived(SilenceState state, long wall) {
    long behind = (wall - state.last) / 1_000_000;
    state.behindSeconds = (int) Math.max(0, Math.min(behind, Integer.MAX_VALUE));
  }

  private static void next(
      SilenceState state, String participantId, long time, Rules rules, Consumer<Incident> output) {
    boolean gap = time - state.last > after(rules);
    if (gap && !state.raised) {
      long detected = state.last + after(rules);
      output.accept(
          incident(state, participantId, Phase.BEGAN, detected, rules, "The sensor sent nothing."));
    }
    if (gap || state.raised) {
      String sentence =
          gap
              ? "Samples come again; those of the gap are missing."
              : "The connection was lost; the samples were uploaded and none is missing.";
      output.accept(incident(state, participantId, Phase.ENDED, time, rules, sentence));
    }
    state.raised = false;
  }

  private static Incident incident(
      SilenceState state,
      String participantId,
      Phase phase,
      long detected,
      Rules rules,
      String sentence) {
    return new Incident(
        new AlertKey(participantId, AlertType.SILENCE, state.last),
        phase,
        detected,
        Severity.WARNING,
        Evidence.of(sentence, new Measure("silentSeconds", (detected - state.last) / 1_000_000)),
        rules.ref(AlertType.SILENCE),
        Incident.NO_MODEL);
  }

  private static long after(Rules rules) {
    return rules.silence().after().toNanos() / 1000;
  }
}
