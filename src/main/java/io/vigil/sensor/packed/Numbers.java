package io.vigil.sensor.packed;

import java.util.Arrays;

/** Many numbers: what is written of each is its difference to what those before it let expect. */
final class Numbers {
  private static final int BLOCK = 16;

  /** What is expected of a number. */
  enum Expected {
    /** 0. */
    NOTHING,
    /** To be the one before, or to go on from it. */
    LEVEL,
    /** To be as far from the one before as is usual among them. */
    STEADY
  }

  private long[] values = new long[512];

  /** Room for so many numbers. */
  long[] room(int count) {
    if (values.length < count) {
      values = new long[2 * count];
    }
    return values;
  }

  /** Writes the first so many numbers of {@link #room}, which are changed by that. */
  void write(int count, Expected expected, BitOutput out) {
    out.number(count);
    if (count == 0) {
      return;
    }
    boolean same = areSame(count);
    out.bit(same);
    if (same) {
      out.moment(values[0]);
      return;
    }
    int first = 0;
    if (expected == Expected.NOTHING) {
      for (int i = 0; i < count; i++) {
        values[i] = BitOutput.zigzag(values[i]);
      }
    } else {
      first = 1;
      out.moment(values[0]);
      if (expected == Expected.STEADY) {
        long step = step(count);
        out.signed(step);
        steady(count, step);
      } else {
        boolean goesOn = goesOn(count);
        out.bit(goesOn);
        if (goesOn) {
          goOn(count);
        } else {
          steady(count, 0);
        }
      }
    }
    for (int from = first; from < count; from += BLOCK) {
      Block.write(values, from, Math.min(count, from + BLOCK), out);
    }
  }

  private void steady(int count, long step) {
    long before = values[0];
    for (int i = 1; i < count; i++) {
      long value = values[i];
      values[i] = BitOutput.zigzag(value - before - step);
      before = value;
    }
  }

  private void goOn(int count) {
    long before = values[0];
    long change = 0;
    for (int i = 1; i < count; i++) {
      long now = values[i] - before;
      before = values[i];
      values[i] = BitOutput.zigzag(now - (change >> 1));
      change = now;
    }
  }

  /** Whether half of the last change is to be expected again: so it is while somebody walks. */
  private boolean goesOn(int count) {
    long level = 0;
    long going = 0;
    long change = 0;
    for (int i = 1; i < count; i++) {
      long now = values[i] - values[i - 1];
      level += Math.abs(now);
      going += Math.abs(now - (change >> 1));
      change = now;
    }
    return going < level;
  }

  private boolean areSame(int count) {
    for (int i = 1; i < count; i++) {
      if (values[i] != values[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * How far apart they usually are: a step that is rounded is one of two, of which one is usual.
   */
  private long step(int count) {
    long early = values[1] - values[0];
    long middle = values[count / 2] - values[(count - 1) / 2];
    long late = values[count - 1] - values[count - 2];
    long usual = Math.max(Math.min(early, middle), Math.min(Math.max(early, middle), late));
    long best = off(count, usual - 1) < off(count, usual) ? usual - 1 : usual;
    return off(count, usual + 1) < off(count, best) ? usual + 1 : best;
  }

  private long off(int count, long step) {
    long off = 0;
    for (int i = 1; i < count; i++) {
      off += Math.abs(values[i] - values[i - 1] - step);
    }
    return off;
  }

  /**
   * Reads numbers into {@link #room}.
   *
   * @return how many
   */
  int read(Expected expected, BitInput in) {
    int count = in.count();
    room(count);
    if (count == 0) {
      return 0;
    }
    if (in.bit()) {
      Arrays.fill(values, 0, count, in.moment());
      return count;
    }
    int first = 0;
    long step = 0;
    boolean goesOn = false;
    if (expected != Expected.NOTHING) {
      first = 1;
      values[0] = in.moment();
      step = expected == Expected.STEADY ? in.signed() : 0;
      goesOn = expected == Expected.LEVEL && in.bit();
    }
    for (int from = first; from < count; from += BLOCK) {
      Block.read(values, from, Math.min(count, from + BLOCK), in);
    }
    long before = values[0];
    if (expected == Expected.NOTHING) {
      for (int i = 0; i < count; i++) {
        values[i] = BitInput.unzigzag(values[i]);
      }
    } else if (goesOn) {
      long change = 0;
      for (int i = 1; i < count; i++) {
        change = BitInput.unzigzag(values[i]) + (change >> 1);
        before += change;
        values[i] = before;
      }
    } else {
      for (int i = 1; i < count; i++) {
        before += step + BitInput.unzigzag(values[i]);
        values[i] = before;
      }
    }
    return count;
  }
}
