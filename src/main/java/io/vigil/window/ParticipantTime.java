package io.vigil.window;

import io.vigil.sensor.SampleBatch;
import java.util.Arrays;

/**
 * Puts one participant's samples in order on the participant's own clock and closes windows.
 *
 * <p>The clock is the highest timestamp seen less the allowed disorder. A window closes when the
 * clock passes its end, so what is in it depends on the participant's samples alone and not on the
 * order in which they came (within the disorder), nor on anybody else's. A sample at an instant
 * that was seen before is a duplicate and changes nothing. A window with a pause longer than the
 * allowed gap is not made.
 */
public final class ParticipantTime {
  /** The clock passes samples in steps of this, in microseconds. */
  private static final long STRETCH = 500_000;

  private final WindowShape shape;
  private final TimeSettings settings;

  public ParticipantTime(WindowShape shape, TimeSettings settings) {
    this.shape = shape;
    this.settings = settings;
  }

  /** Where windows and late samples go. */
  public interface Output {
    void window(Window window);

    void late(SampleBatch samples);

    /**
     * Samples in order of time, no two at one instant; no more will come between or before. How
     * they are cut depends on how they came, and what is made of them must not. In between comes
     * word of samples that were left out, see {@link SampleBatch#isLeftOut}.
     */
    default void ordered(SampleBatch samples) {}
  }

  /** Takes a batch in; a batch is judged late against the clock as it was before the batch. */
  public void add(TimeState state, SampleBatch batch, Output output) {
    long clock =
        state.highest == TimeState.NONE
            ? TimeState.NONE
            : state.highest - settings.disorderMicros();
    if (batch.isLeftOut()) {
      addRefused(state, batch, clock);
      pass(state, batch.participantId(), state.highest - settings.disorderMicros(), output);
      return;
    }
    byte label = state.buffer.labelIndex(batch.activity());
    int[] late = {};
    int lateSamples = 0;
    for (int i = 0; i < batch.size(); i++) {
      long time = batch.times()[i];
      if (time < clock) {
        if (state.buffer.holds(time) || state.coverage.holds(time)) {
          state.duplicates++;
        } else {
          late = late.length == 0 ? new int[batch.size()] : late;
          late[lateSamples++] = i;
        }
      } else if (state.buffer.add(time, batch.x()[i], batch.y()[i], batch.z()[i], label)) {
        state.coverage.add(time, settings.maxGapMicros());
        state.highest = Math.max(state.highest, time);
      } else {
        state.duplicates++;
      }
    }
    if (lateSamples > 0) {
      state.late += lateSamples;
      output.late(pick(batch, Arrays.copyOf(late, lateSamples)));
    }
    if (state.highest != TimeState.NONE) {
      pass(state, batch.participantId(), state.highest - settings.disorderMicros(), output);
    }
    if (lateSamples > 0) {
      output.ordered(SampleBatch.late(batch.participantId(), state.ordered, lateSamples));
    }
  }

  /** Those that are late as well are dead letters and nothing more. */
  private static void addRefused(TimeState state, SampleBatch word, long clock) {
    for (long time : word.times()) {
      if (time >= clock) {
        state.refused.add(time, (short) 0, (short) 0, (short) 0, (byte) 0);
        state.highest = Math.max(state.highest, time);
      }
    }
  }

  /** Closes every window there is, because no more samples will come. */
  public void finish(TimeState state, String participantId, Output output) {
    pass(state, participantId, Long.MAX_VALUE, output);
  }

  /** The participant's clock has come this far. */
  private void pass(TimeState state, String participantId, long clock, Output output) {
    handOn(state, participantId, clock, output);
    closeWindows(state, participantId, clock, output);
  }

  /**
   * Hands on what the clock has passed, and what comes after it without a hole: nothing can be
   * missing there, so nobody has to wait for it.
   */
  private static void handOn(TimeState state, String participantId, long clock, Output output) {
    SampleBuffer buffer = state.buffer;
    long settled = clock == Long.MAX_VALUE ? clock : Math.floorDiv(clock, STRETCH) * STRETCH;
    int last = Math.max(buffer.firstFrom(settled), Unbroken.end(state));
    for (int from = buffer.firstFrom(state.ordered); from < last; ) {
      long next = (Math.floorDiv(buffer.times[from], STRETCH) + 1) * STRETCH;
      int to = state.refused.size == 0 ? last : Math.min(buffer.firstFrom(next), last);
      handOnRefused(state, participantId, next - STRETCH, output);
      output.ordered(
          new SampleBatch(
              participantId,
              Arrays.copyOfRange(buffer.times, from, to),
              Arrays.copyOfRange(buffer.x, from, to),
              Arrays.copyOfRange(buffer.y, from, to),
              Arrays.copyOfRange(buffer.z, from, to),
              ""));
      Unbroken.learn(state, from, to);
      state.ordered = buffer.times[to - 1] + 1;
      from = to;
    }
    handOnRefused(state, participantId, settled, output);
    state.ordered = Math.max(state.ordered, settled);
  }

  /** Hands on, half a second at a time, word of what was refused before an instant. */
  private static void handOnRefused(
      TimeState state, String participantId, long end, Output output) {
    SampleBuffer refused = state.refused;
    while (refused.size > 0 && refused.times[0] < end) {
      long next = (Math.floorDiv(refused.times[0], STRETCH) + 1) * STRETCH;
      int count = refused.firstFrom(next);
      output.ordered(SampleBatch.refused(participantId, Arrays.copyOf(refused.times, count)));
      refused.dropFirst(count);
    }
  }

  private void closeWindows(TimeState state, String participantId, long clock, Output output) {
    SampleBuffer buffer = state.buffer;
    while (buffer.size > 0) {
      long start = Math.max(state.nextStart, shape.firstStartHolding(buffer.times[0]));
      long end = start + shape.lengthMicros();
      if (end > clock) {
        return;
      }
      int from = buffer.firstFrom(start);
      int to = buffer.firstFrom(end);
      if (isFull(buffer, from, to, start, end)) {
        buffer.markUsed(from, to);
        output.window(
            Resampler.window(participantId, start, end, buffer, from, to, shape.samples()));
      }
      state.nextStart = start + shape.hopMicros();
      drop(state, buffer.firstFrom(state.nextStart));
    }
  }

  private boolean isFull(SampleBuffer buffer, int from, int to, long start, long end) {
    long gap = settings.maxGapMicros();
    if (to - from < 2 || buffer.times[from] - start > gap || end - buffer.times[to - 1] > gap) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (buffer.times[i] - buffer.times[i - 1] > gap) {
        return false;
      }
    }
    return true;
  }

  private static void drop(TimeState state, int count) {
    for (int i = 0; i < count; i++) {
      if (state.buffer.used[i]) {
        state.inWindows++;
      } else {
        state.incomplete++;
      }
    }
    state.buffer.dropFirst(count);
  }

  private static SampleBatch pick(SampleBatch batch, int[] places) {
    long[] times = new long[places.length];
    short[] x = new short[places.length];
    short[] y = new short[places.length];
    short[] z = new short[places.length];
    for (int i = 0; i < places.length; i++) {
      times[i] = batch.times()[places[i]];
      x[i] = batch.x()[places[i]];
      y[i] = batch.y()[places[i]];
      z[i] = batch.z()[places[i]];
    }
    return new SampleBatch(batch.participantId(), times, x, y, z, batch.activity());
  }
}
