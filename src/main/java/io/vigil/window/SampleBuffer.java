package io.vigil.window;

import io.vigil.sensor.packed.PartlyFilled;
import java.util.Arrays;

/**
 * One participant's samples that a window may still need, in order of time, no two at one instant.
 * Plain arrays with public fields: this is what the checkpoint holds.
 */
public final class SampleBuffer implements PartlyFilled {
  private static final int INITIAL = 256;

  public int size;
  public long[] times = {};
  public short[] x = {};
  public short[] y = {};
  public short[] z = {};

  /** Index into {@link #labelNames}. */
  public byte[] labels = {};

  /** Whether a window has held the sample. */
  public boolean[] used = {};

  /** The labels seen; the first is "none". */
  public String[] labelNames = {""};

  /**
   * Puts a sample in its place.
   *
   * @return false, and nothing changes, where there is a sample at that instant already
   */
  boolean add(long time, short sampleX, short sampleY, short sampleZ, byte label) {
    int at = size;
    if (size > 0 && time <= times[size - 1]) {
      at = Arrays.binarySearch(times, 0, size, time);
      if (at >= 0) {
        return false;
      }
      at = -at - 1;
    }
    makeRoom(at);
    times[at] = time;
    x[at] = sampleX;
    y[at] = sampleY;
    z[at] = sampleZ;
    labels[at] = label;
    used[at] = false;
    size++;
    return true;
  }

  @Override
  public int filled() {
    return size;
  }

  /** Whether there is a sample at exactly that instant. */
  boolean holds(long time) {
    return Arrays.binarySearch(times, 0, size, time) >= 0;
  }

  /** The place of the first sample at that instant or after it. */
  int firstFrom(long time) {
    int at = Arrays.binarySearch(times, 0, size, time);
    return at >= 0 ? at : -at - 1;
  }

  /** Marks the samples from one place up to, not including, another as held by a window. */
  void markUsed(int from, int to) {
    Arrays.fill(used, from, to, true);
  }

  /** Drops the oldest samples. */
  void dropFirst(int count) {
    int left = size - count;
    System.arraycopy(times, count, times, 0, left);
    System.arraycopy(x, count, x, 0, left);
    System.arraycopy(y, count, y, 0, left);
    System.arraycopy(z, count, z, 0, left);
    System.arraycopy(labels, count, labels, 0, left);
    System.arraycopy(used, count, used, 0, left);
    size = left;
  }

  /**
   * The index of a label, remembering it; a participant with over 127 labels has the rest as none.
   */
  byte labelIndex(String label) {
    for (int i = 0; i < labelNames.length; i++) {
      if (labelNames[i].equals(label)) {
        return (byte) i;
      }
    }
    if (labelNames.length > Byte.MAX_VALUE) {
      return 0;
    }
    labelNames = Arrays.copyOf(labelNames, labelNames.length + 1);
    labelNames[labelNames.length - 1] = label;
    return (byte) (labelNames.length - 1);
  }

  /**
   * The label that most of the samples carry, "none" competing like any other; of equals the one
   * whose name comes first, so that the answer does not depend on the order of arrival.
   */
  String mostCommonLabel(int from, int to) {
    int[] counts = new int[labelNames.length];
    for (int i = from; i < to; i++) {
      counts[labels[i]]++;
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      if (counts[i] > counts[best]
          || (counts[i] == counts[best] && labelNames[i].compareTo(labelNames[best]) < 0)) {
        best = i;
      }
    }
    return labelNames[best];
  }

  private void makeRoom(int at) {
    if (size == times.length) {
      int larger = Math.max(INITIAL, size + size / 2);
      times = Arrays.copyOf(times, larger);
      x = Arrays.copyOf(x, larger);
      y = Arrays.copyOf(y, larger);
      z = Arrays.copyOf(z, larger);
      labels = Arrays.copyOf(labels, larger);
      used = Arrays.copyOf(used, larger);
    }
    int after = size - at;
    if (after > 0) {
      System.arraycopy(times, at, times, at + 1, after);
      System.arraycopy(x, at, x, at + 1, after);
      System.arraycopy(y, at, y, at + 1, after);
      System.arraycopy(z, at, z, at + 1, after);
      System.arraycopy(labels, at, labels, at + 1, after);
      System.arraycopy(used, at, used, at + 1, after);
    }
  }
}
