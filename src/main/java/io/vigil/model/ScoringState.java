package io.vigil.model;

/** What scoring remembers of one participant between windows. */
public final class ScoringState {
  /** Probability of each class after the last window; empty before the first. */
  public double[] belief = new double[0];

  /** The first instant after the last window, microseconds since the epoch. */
  public long lastEnd = Long.MIN_VALUE;

  /** The first instant of the last window, microseconds since the epoch. */
  public long lastStart = Long.MIN_VALUE;

  /** The model whose belief it is; another one starts afresh. */
  public String modelSha256 = "";
}
