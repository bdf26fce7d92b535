package io.vigil.activity;

import java.util.function.Consumer;

/**
 * Merges the windows of one participant into episodes. A window speaks for the time since the
 * window before it (for all of its own time after a gap), so episodes never overlap and leave no
 * hole. A new activity, another model or a gap closes the open episode; an open one is written when
 * it begins and then about as often as the setting says.
 */
public final class Episodes {
  private final long renewMicros;

  /**
   * @param renewMicros how much an open episode grows before it is written again, in microseconds
   */
  public Episodes(long renewMicros) {
    this.renewMicros = renewMicros;
  }

  /** Takes in the next window of the participant, in order of time. */
  public void add(EpisodeState state, Prediction window, Consumer<Episode> output) {
    boolean gap = window.start() > state.end;
    if (!state.activity.isEmpty() && !gap && continues(state, window)) {
      grow(state, window);
      if (state.end - state.writtenTo >= renewMicros) {
        write(state, window.participantId(), true, output);
      }
      return;
    }
    long start = state.activity.isEmpty() || gap ? window.start() : state.end;
    close(state, window.participantId(), output);
    state.activity = window.activity();
    state.start = start;
    state.modelName = window.model().name();
    state.modelVersion = window.model().version();
    state.modelSha256 = window.model().sha256();
    grow(state, window);
    write(state, window.participantId(), true, output);
  }

  /** Closes the open episode, if there is one. */
  public void close(EpisodeState state, String participantId, Consumer<Episode> output) {
    if (!state.activity.isEmpty()) {
      write(state, participantId, false, output);
    }
    state.activity = "";
    state.windows = 0;
    state.confidenceSum = 0;
  }

  private static boolean continues(EpisodeState state, Prediction window) {
    return state.activity.equals(window.activity())
        && state.modelSha256.equals(window.model().sha256());
  }

  private static void grow(EpisodeState state, Prediction window) {
    state.end = window.end();
    state.windows++;
    state.confidenceSum += window.confidence();
  }

  private static void write(
      EpisodeState state, String participantId, boolean open, Consumer<Episode> output) {
    state.writtenTo = state.end;
    output.accept(
        new Episode(
            participantId,
            state.activity,
            state.start,
            state.end,
            open,
            state.windows,
            state.confidenceSum / state.windows,
            new ModelRef(state.modelName, state.modelVersion, state.modelSha256)));
  }
}
