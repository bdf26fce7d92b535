package io.vigil.alert;

/** What one participant's sensor measures at rest; plain fields, because checkpoints hold it. */
public final class RestState {
  /** In g, or 0 before it was seen. */
  public double gravity;

  /** Looks that it was learned from, counted up to a limit. */
  public int looks;

  /** What it was at the last look that showed a rest, in g. */
  public double now;

  /** Whether that contradicted what was known. */
  public boolean changed;

  /** Still blocks since the last look. */
  public int blocks;

  /** What they measured, added up. */
  public double sum;
}
