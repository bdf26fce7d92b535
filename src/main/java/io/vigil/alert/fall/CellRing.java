package io.vigil.alert.fall;

/**
 * The last seconds as the detector sees them: accelerations averaged over cells of {@value #MICROS}
 * µs, so that every sensor's rate comes to the same. Cells are aligned to the epoch, hence to
 * nothing but time. Plain fields, because checkpoints hold it.
 */
public final class CellRing {
  /** Length of a cell: short beside the 0.1 s of an impact, long beside the samples of 50 Hz. */
  public static final int MICROS = 40_000;

  /** Cells in a second. */
  public static final int A_SECOND = 25;

  /** Cells before an impact that its judgement looks at: 2.6 s. */
  static final int BEFORE = 65;

  /** Cells behind an impact that its judgement waits for: 2.48 s. */
  static final int AFTER = 62;

  static final int SIZE = BEFORE + 1 + AFTER;

  /** Fault of a cell: a sample in it stood at the end of what can be represented. */
  static final int RAILED = 1;

  /** Fault of a cell: it is read off a line between samples far apart. */
  static final int SPARSE = 2;

  /** Steps of 1/2048 g, rounded. */
  public short[] x = new short[SIZE];

  public short[] y = new short[SIZE];
  public short[] z = new short[SIZE];

  /** The largest magnitude among a cell's own samples, in 1/8 g. */
  public byte[] peaks = new byte[SIZE];

  public byte[] faults = new byte[SIZE];

  /** Cells filled, one after the other without a gap. */
  public int size;

  /** The newest cell's number: its start, in cells since the epoch. */
  public long newest;

  void clear() {
    size = 0;
  }

  void push(long cell, short cellX, short cellY, short cellZ, byte peak, byte fault) {
    int at = (int) Math.floorMod(cell, (long) SIZE);
    x[at] = cellX;
    y[at] = cellY;
    z[at] = cellZ;
    peaks[at] = peak;
    faults[at] = fault;
    newest = cell;
    size = Math.min(SIZE, size + 1);
  }

  /** Where the cell lies that is so many cells older than the newest. */
  int place(int age) {
    return (int) Math.floorMod(newest - age, (long) SIZE);
  }

  /** The square of a cell's magnitude, in steps. */
  long magnitude2(int age) {
    return magnitude2At(place(age));
  }

  /** The same of the cell that lies at a place. */
  long magnitude2At(int at) {
    return (long) x[at] * x[at] + (long) y[at] * y[at] + (long) z[at] * z[at];
  }
}
