package io.vigil.learn.drift;

/** How far the days of everybody were judged; plain fields, because checkpoints hold it. */
public final class PopulationState {
  static final long NEVER = Long.MIN_VALUE;

  /** The newest day that was judged. */
  public long judged = NEVER;

  /** Days up to this one are no longer known. */
  public long forgotten = NEVER;

  /** First day of a drift that goes on, or {@link #NEVER}. */
  public long driftSince = NEVER;

  /** Whether a look by the wall clock is due. */
  public boolean looking;
}
