package io.vigil.window;

/** All that is remembered of one participant's time; plain fields, because checkpoints hold it. */
public final class TimeState {
  /** Stands for "nothing yet". */
  public static final long NONE = Long.MIN_VALUE;

  /** The highest timestamp seen, microseconds since the epoch (UTC). */
  public long highest = NONE;

  /** The start of the earliest window that was not looked at yet. */
  public long nextStart = NONE;

  /** Samples before this were handed on in order. */
  public long ordered = NONE;

  /** How far apart samples usually lie, in microseconds; 0 while that is not known. */
  public double spacing;

  public SampleBuffer buffer = new SampleBuffer();

  /** When samples were refused, until it is handed on. */
  public SampleBuffer refused = new SampleBuffer();

  /**
   * When the participant is forgotten unless something comes, milliseconds since the epoch, or 0.
   */
  public long goneAt;

  public Coverage coverage = new Coverage();
  public long inWindows;
  public long incomplete;
  public long late;
  public long duplicates;
}
