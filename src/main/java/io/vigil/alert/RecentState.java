package io.vigil.alert;

import java.util.Arrays;

/**
 * The last {@value #BINS} bins of 1/32 s of one participant's samples, 1.6 kB at any rate; plain
 * fields, because checkpoints hold it.
 */
public final class RecentState {
  /** Eight seconds: a fall is raised 2.5 s after its impact, and what led to it is seen too. */
  static final int BINS = 256;

  /** Stands in {@link #x} for a bin without a sample: no sample is as low. */
  static final short EMPTY = Short.MIN_VALUE;

  /** The newest bin's number: its start, in bins since the epoch; or {@link Alert#NEVER}. */
  public long newest = Alert.NEVER;

  /** Steps of {@code SampleBatch}; a bin lies at its number modulo {@value #BINS}. */
  public short[] x = new short[BINS];

  public short[] y = new short[BINS];
  public short[] z = new short[BINS];

  /** Nothing is remembered at first. */
  public RecentState() {
    Arrays.fill(x, EMPTY);
  }

  RecentState copy() {
    RecentState copy = new RecentState();
    copy.newest = newest;
    copy.x = x.clone();
    copy.y = y.clone();
    copy.z = z.clone();
    return copy;
  }
}
