package io.vigil.alert.fall;

/**
 * Averages samples over the cells of a {@link CellRing}, the signal taken as straight lines between
 * samples: 20 Hz and 200 Hz, regular or not, come to nearly the same cells.
 */
final class Cells {
  /**
   * Nothing is read off a line longer than this; the ring starts anew behind it. With the 2.5 s
   * from an impact to the end of its window, a fall is found within 3 s or not at all.
   */
  static final long LONGEST_LINE_MICROS = 500_000;

  private static final long SPARSE_MICROS = 120_000;

  /** Within half a step of the end of the range: a value that was clipped. */
  static final int RAIL = 32_760;

  private static final int PEAK_STEP = 256;

  /** Told of each cell as it is complete. */
  interface OnCell {
    /**
     * The newest cell of the ring is complete.
     *
     * @param sampleTime of the sample that completed it, microseconds
     */
    void complete(long sampleTime);
  }

  /** Takes a sample in; one that is not newer than the last changes nothing. */
  static void add(FallState state, long time, short x, short y, short z, OnCell onCell) {
    FallState.OpenCell open = state.open;
    boolean first = open.lastTime == FallState.NONE;
    if (!first && time <= open.lastTime) {
      return;
    }
    boolean railed = isRailed(x) || isRailed(y) || isRailed(z);
    short atX = railed ? open.lastX : x;
    short atY = railed ? open.lastY : y;
    short atZ = railed ? open.lastZ : z;
    if (first || time - open.lastTime > LONGEST_LINE_MICROS) {
      state.ring.clear();
      start(open, time % CellRing.MICROS == 0);
    } else {
      draw(state, time, atX, atY, atZ, onCell);
    }
    open.lastTime = time;
    open.lastX = atX;
    open.lastY = atY;
    open.lastZ = atZ;
    open.fault |= (byte) (railed ? CellRing.RAILED : 0);
    double magnitude = Math.sqrt((double) atX * atX + (double) atY * atY + (double) atZ * atZ);
    open.peak = (byte) Math.max(open.peak, Math.min(127, (int) Math.rint(magnitude / PEAK_STEP)));
  }

  private static boolean isRailed(short value) {
    return value >= RAIL || value <= -RAIL;
  }

  private static void start(FallState.OpenCell open, boolean whole) {
    open.sumX = 0;
    open.sumY = 0;
    open.sumZ = 0;
    open.peak = 0;
    open.fault = 0;
    open.whole = whole;
  }

  /** Draws the line from the last sample to this one through the cells that it crosses. */
  private static void draw(FallState state, long time, short x, short y, short z, OnCell onCell) {
    FallState.OpenCell open = state.open;
    long last = open.lastTime;
    double length = time - last;
    int sparse = length > SPARSE_MICROS ? CellRing.SPARSE : 0;
    long cell = Math.floorDiv(last, (long) CellRing.MICROS);
    for (long from = last; from < time; cell++) {
      long end = (cell + 1) * CellRing.MICROS;
      long to = Math.min(end, time);
      double share = ((from - last) + (to - last)) / (2 * length);
      long weight = to - from;
      open.sumX += (open.lastX + (x - open.lastX) * share) * weight;
      open.sumY += (open.lastY + (y - open.lastY) * share) * weight;
      open.sumZ += (open.lastZ + (z - open.lastZ) * share) * weight;
      open.fault |= (byte) sparse;
      if (to == end) {
        close(state, cell, time, onCell);
      }
      from = to;
    }
  }

  private static void close(FallState state, long cell, long time, OnCell onCell) {
    FallState.OpenCell open = state.open;
    boolean whole = open.whole;
    if (whole) {
      state.ring.push(
          cell, mean(open.sumX), mean(open.sumY), mean(open.sumZ), open.peak, open.fault);
    }
    start(open, true);
    if (whole) {
      onCell.complete(time);
    }
  }

  private static short mean(double sum) {
    return (short) Math.rint(sum / CellRing.MICROS);
  }

  private Cells() {}
}
