package io.vigil.alert;

import io.vigil.sensor.SampleBatch;
import java.util.function.Consumer;

/**
 * Cuts a participant's ordered samples into {@link Block}s, at whatever rate they come. A block is
 * handed on when a sample of a later one comes; where there are no samples there is no block.
 */
public final class Blocks {
  /** Beyond this an axis that stands still is at its rail: at rest no axis measures more. */
  private static final int RAIL = (int) (1.5 * SampleBatch.PER_G);

  private static final double PER_G = SampleBatch.PER_G;
  private static final double STEP = 0.02;

  /** Takes in the next samples, in order of time, none at or before the newest one so far. */
  public void add(BlockState state, SampleBatch stretch, Consumer<Block> output) {
    for (int i = 0; i < stretch.size(); i++) {
      add(state, stretch.times()[i], stretch.x()[i], stretch.y()[i], stretch.z()[i], output);
    }
  }

  /** Hands on what there is, because no more will come. */
  public void finish(BlockState state, Consumer<Block> output) {
    if (state.samples > 0) {
      output.accept(block(state));
      state.samples = 0;
    }
  }

  private static void add(
      BlockState state, long time, short x, short y, short z, Consumer<Block> output) {
    long start = Math.floorDiv(time, Block.MICROS) * Block.MICROS;
    boolean first = state.start == Alert.NEVER;
    if (start != state.start) {
      if (state.samples > 0) {
        output.accept(block(state));
      }
      state.start = start;
      state.samples = 0;
      state.stuck = 0;
      state.sumX = 0;
      state.sumY = 0;
      state.sumZ = 0;
      state.sumSquares = 0;
    }
    if (!first) {
      learnInterval(state, time - state.lastTime);
      state.stuck += isStuck(state, x, y, z) ? 1 : 0;
    }
    state.samples++;
    state.sumX += x;
    state.sumY += y;
    state.sumZ += z;
    state.sumSquares += (long) x * x + (long) y * y + (long) z * z;
    state.lastTime = time;
    state.lastX = x;
    state.lastY = y;
    state.lastZ = z;
  }

  private static boolean isStuck(BlockState state, short x, short y, short z) {
    boolean sameX = x == state.lastX;
    boolean sameY = y == state.lastY;
    boolean sameZ = z == state.lastZ;
    return (sameX && sameY && sameZ)
        || (sameX && Math.abs(x) > RAIL)
        || (sameY && Math.abs(y) > RAIL)
        || (sameZ && Math.abs(z) > RAIL);
  }

  /** Follows the median of the intervals, which missing samples do not move. */
  private static void learnInterval(BlockState state, long passed) {
    if (state.interval == 0) {
      state.interval = passed;
    } else {
      state.interval *= passed > state.interval ? 1 + STEP : 1 - STEP;
    }
  }

  private static Block block(BlockState state) {
    double n = state.samples;
    double squares =
        state.sumSquares
            - ((double) state.sumX * state.sumX
                    + (double) state.sumY * state.sumY
                    + (double) state.sumZ * state.sumZ)
                / n;
    double variance = state.samples < 2 ? 0 : Math.max(0, squares / (n - 1)) / (PER_G * PER_G);
    return new Block(
        state.start,
        state.samples,
        state.sumX / n / PER_G,
        state.sumY / n / PER_G,
        state.sumZ / n / PER_G,
        variance,
        state.stuck,
        state.interval == 0 ? state.samples : Block.MICROS / state.interval);
  }
}
