package io.vigil.activity;

/** The open episode of one participant; plain fields, because checkpoints hold it. */
public final class EpisodeState {
  /** The empty string where no episode is open. */
  public String activity = "";

  public long start;
  public long end;
  public int windows;
  public double confidenceSum;

  /** The episode's end when it was last written. */
  public long writtenTo;

  public String modelName = "";
  public int modelVersion;
  public String modelSha256 = "";
}
