package io.vigil.window;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What windows are, said plainly: all samples at hand, no clock, no state. The reference that
 * {@link ParticipantTime} must agree with whatever the order of arrival.
 */
final class PlainWindows {
  private PlainWindows() {}

  /** Starts of the full windows over samples at these times. */
  static List<Long> starts(TreeMap<Long, Short> samples, WindowShape shape, long maxGap) {
    List<Long> starts = new ArrayList<>();
    if (samples.isEmpty()) {
      return starts;
    }
    long hop = shape.hopMicros();
    long first = Math.floorDiv(samples.firstKey() - shape.lengthMicros(), hop) * hop;
    for (long start = first; start <= samples.lastKey(); start += hop) {
      NavigableMap<Long, Short> inside =
          samples.subMap(start, true, start + shape.lengthMicros(), false);
      if (isFull(inside, start, start + shape.lengthMicros(), maxGap)) {
        starts.add(start);
      }
    }
    return starts;
  }

  /** How many samples lie in at least one of these windows. */
  static long held(TreeMap<Long, Short> samples, List<Long> starts, WindowShape shape) {
    return samples.keySet().stream()
        .filter(t -> starts.stream().anyMatch(s -> t >= s && t < s + shape.lengthMicros()))
        .count();
  }

  private static boolean isFull(
      NavigableMap<Long, Short> inside, long start, long end, long maxGap) {
    if (inside.size() < 2) {
      return false;
    }
    long before = start;
    for (long time : inside.keySet()) {
      if (time - before > maxGap) {
        return false;
      }
      before = time;
    }
    return end - before <= maxGap;
  }
}
