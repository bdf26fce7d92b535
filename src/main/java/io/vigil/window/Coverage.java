package io.vigil.window;

import io.vigil.sensor.packed.PartlyFilled;
import java.util.Arrays;

/**
 * The stretches of time from which a participant's samples were taken, newest last: what tells a
 * repeated old sample from a late one. Bounded; the oldest stretch is forgotten first.
 */
public final class Coverage implements PartlyFilled {
  private static final int MAX_STRETCHES = 16;
  private static final int FEWEST = 4;

  public int size;
  public long[] from = new long[FEWEST];
  public long[] to = new long[FEWEST];

  @Override
  public int filled() {
    return size;
  }

  /** Adds an instant; it joins a stretch that it is within the gap of. */
  void add(long time, long maxGapMicros) {
    int last = size - 1;
    if (last >= 0 && time >= from[last] && time <= to[last] + maxGapMicros) {
      to[last] = Math.max(to[last], time);
      return;
    }
    int at = 0;
    while (at < size && to[at] + maxGapMicros < time) {
      at++;
    }
    if (at < size && time >= from[at] - maxGapMicros) {
      from[at] = Math.min(from[at], time);
      to[at] = Math.max(to[at], time);
      joinWithNext(at, maxGapMicros);
    } else {
      insert(at, time);
    }
  }

  /** Whether the instant lies in a stretch that is remembered. */
  boolean holds(long time) {
    for (int i = size - 1; i >= 0; i--) {
      if (time >= from[i] && time <= to[i]) {
        return true;
      }
    }
    return false;
  }

  private void joinWithNext(int at, long maxGapMicros) {
    if (at + 1 < size && to[at] + maxGapMicros >= from[at + 1]) {
      to[at] = Math.max(to[at], to[at + 1]);
      remove(at + 1);
    }
  }

  private void insert(int at, long time) {
    int place = at;
    if (size == MAX_STRETCHES) {
      if (place == 0) {
        return;
      }
      remove(0);
      place--;
    }
    if (size == from.length) {
      from = Arrays.copyOf(from, Math.max(FEWEST, size * 2));
      to = Arrays.copyOf(to, Math.max(FEWEST, size * 2));
    }
    System.arraycopy(from, place, from, place + 1, size - place);
    System.arraycopy(to, place, to, place + 1, size - place);
    from[place] = time;
    to[place] = time;
    size++;
  }

  private void remove(int at) {
    System.arraycopy(from, at + 1, from, at, size - at - 1);
    System.arraycopy(to, at + 1, to, at, size - at - 1);
    size--;
  }
}
