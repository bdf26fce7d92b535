package io.vigil.sensor;

import java.io.Serializable;

/**
 * What a device's numbers mean: how they become g, and how its axes lie on the body.
 *
 * @param name as the command line and settings have it
 * @param unit that the device sends
 * @param x the body's sideways axis
 * @param y the body's vertical axis
 * @param z the body's forward axis
 * @param lowest the least that the device can send, in its unit
 * @param highest the most
 * @param rateHz nominal samples a second, or 0 where the device does not say
 * @param upright what a wearer who stands still measures, in g on the body's axes: (0, 1, 0) for
 *     all devices whose vertical axis is y
 */
public record DeviceProfile(
    String name,
    Unit unit,
    Axis x,
    Axis y,
    Axis z,
    double lowest,
    double highest,
    double rateHz,
    Direction upright)
    implements Serializable {

  /** Standard gravity in m/s² (3rd CGPM, 1901). */
  public static final double STANDARD_GRAVITY = 9.80665;

  /**
   * The chest sensor of UCI data set 287: 12-bit counts; y is positive when upright. By its data
   * sheet 512 counts are 1 g, by its recordings 308 to 381 on most bodies: what it measures is
   * taken, and each wearer's own scale is learned behind it.
   */
  public static final DeviceProfile UCI287 = raw("uci287", 350, 2048, 0, 4095, 52);

  /** Any device that sends multiples of g. */
  public static final DeviceProfile IN_G = inUnit(Unit.G, 1);

  /** Any device that sends m/s². */
  public static final DeviceProfile IN_M_S2 = inUnit(Unit.M_S2, STANDARD_GRAVITY);

  /** Any device that sends thousandths of g. */
  public static final DeviceProfile IN_MG = inUnit(Unit.MG, 1000);

  /**
   * Where one axis of the body comes from: {@code g = (device[from] - zero) / perG}.
   *
   * @param from the axis of the device: 0 for x, 1 for y, 2 for z
   * @param perG how much of the device's unit is 1 g; negative where the axes point opposite ways
   * @param zero what the device sends at 0 g
   */
  public record Axis(int from, double perG, double zero) implements Serializable {
    /** Refuses an axis that the device does not have, and a scale of nothing. */
    public Axis {
      if (from < 0 || from > 2) {
        throw new IllegalArgumentException("Axis " + from + " was given, expected 0, 1 or 2");
      }
      if (!Double.isFinite(perG) || perG == 0 || !Double.isFinite(zero)) {
        throw new IllegalArgumentException(
            "An axis has " + perG + " counts a g about " + zero + ", expected finite, not 0 a g");
      }
    }
  }

  /** A direction on the body's axes, of length 1. */
  public record Direction(double x, double y, double z) implements Serializable {
    /** Along the body, towards the head. */
    public static final Direction UP = new Direction(0, 1, 0);
  }

  /** Refuses a range the wrong way round. */
  public DeviceProfile {
    if (!(lowest < highest)) {
      throw new IllegalArgumentException(
          "Profile " + name + " has the range " + lowest + " to " + highest + ", expected rising");
    }
  }

  /**
   * A device that sends counts, its axes those of the body.
   *
   * @param countsPerG how many counts are 1 g
   * @param midRail the count at 0 g
   * @param lowest the least count
   * @param highest the highest count
   * @param rateHz nominal samples a second
   */
  public static DeviceProfile raw(
      String name,
      double countsPerG,
      double midRail,
      double lowest,
      double highest,
      double rateHz) {
    return new DeviceProfile(
        name,
        Unit.RAW,
        new Axis(0, countsPerG, midRail),
        new Axis(1, countsPerG, midRail),
        new Axis(2, countsPerG, midRail),
        lowest,
        highest,
        rateHz,
        Direction.UP);
  }

  private static DeviceProfile inUnit(Unit unit, double perG) {
    double range = SampleBatch.MAX_G * perG;
    return new DeviceProfile(
        unit.toString(),
        unit,
        new Axis(0, perG, 0),
        new Axis(1, perG, 0),
        new Axis(2, perG, 0),
        -range,
        range,
        0,
        Direction.UP);
  }
}
