package io.vigil.alert.fall;

import io.vigil.sensor.LastSamples;

/**
 * All that the detector remembers of one participant, about 1.5 KiB; plain fields, because
 * checkpoints hold it.
 */
public final class FallState {
  /** Stands for "nothing yet". */
  public static final long NONE = Long.MIN_VALUE;

  public CellRing ring = new CellRing();
  public OpenCell open = new OpenCell();

  /** What the wearer's sensor measures at rest, in g; 1 until more is known. */
  public float gravity = 1;

  /** Still seconds that {@link #gravity} was learned from; counted up to a limit. */
  public int gravitySeconds;

  /** Until when impacts are those of a hand that holds the sensor, microseconds. */
  public long handledUntil = NONE;

  /** The last fall's impact, microseconds; kept when the person is up again. */
  public long lastFall = NONE;

  /** The last samples. */
  public LastSamples recent = new LastSamples();

  /** When axes may have changed places, microseconds. */
  public long swapped = NONE;

  /** What is wrong with the signal: the place of a {@link SignalFault}, or -1 for nothing. */
  public int fault = -1;

  public Aftermath after = new Aftermath();

  /** The cell that is being averaged, and the last sample. */
  public static final class OpenCell {
    public long lastTime = NONE;
    public short lastX;
    public short lastY;
    public short lastZ;

    /** Steps times microseconds, summed since the cell's start. */
    public double sumX;

    public double sumY;
    public double sumZ;

    /** Whether samples cover the cell from its start. */
    public boolean whole;

    public byte peak;
    public byte fault;
  }

  /** The fall whose aftermath is watched. */
  public static final class Aftermath {
    /** The impact, or {@link #NONE} where no fall is watched. */
    public long impact = NONE;

    /** What was found of the impact, so that news of the fall can tell all of it. */
    public double peakG;

    public double postureChangeDegrees;

    /** Gravity before the fall, in the wearer's own g. */
    public float beforeX;

    public float beforeY;
    public float beforeZ;

    /** How near to that posture is up again, in degrees. */
    public float upDegrees;

    public int stillSeconds;
    public int upSeconds;
  }
}
