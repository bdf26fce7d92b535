package io.vigil.learn;

import io.vigil.model.Scored;

/**
 * What choosing examples remembers of one participant between windows; plain fields, because
 * checkpoints hold it.
 */
public final class ChoiceState {
  /** Never asked, and no block begun. */
  static final long NEVER = Long.MIN_VALUE;

  /** Start of the block whose windows compete, microseconds since the epoch (UTC). */
  public long block = NEVER;

  /** Uncertain windows handed on in the day of the block. */
  public int askedToday;

  /** Start of the last one that was, of whatever day. */
  public long lastAsked = NEVER;

  /** The most uncertain of the block so far, in order of time. */
  public Scored[] candidates = {};
}
