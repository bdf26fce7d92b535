package io.vigil.simulate;

import java.util.SplittableRandom;

/**
 * Who wears a sensor: traits of a body and of the sensor on it.
 *
 * <p>The ranges are those of twelve recordings of UCI data set 287, rounded: gravity measures 308
 * to 490 counts, the sensor sits up to 35° askew, and a wearer at the computer leans 5 to 45° from
 * upright, each always in the same direction.
 *
 * @param id the participant's
 * @param deviceId the sensor's
 * @param seed what all chance in this person's day follows from
 * @param countsPerG how many counts of the sensor are 1 g
 * @param offsets of the three axes from mid-rail, in counts
 * @param mounting how the sensor sits on the chest
 * @param stepsPerSecond while walking
 * @param vigour height of the steps, as a share of the usual
 * @param lean how far the wearer leans forward on stairs, as a share of the usual
 * @param fidget time with small movements while still, as a share of the usual
 * @param sitting posture at the computer
 * @param standing posture while standing
 * @param talking posture while standing and talking
 */
record Person(
    String id,
    String deviceId,
    long seed,
    double countsPerG,
    int[] offsets,
    Tilt mounting,
    double stepsPerSecond,
    double vigour,
    double lean,
    double fidget,
    Tilt sitting,
    Tilt standing,
    Tilt talking) {

  /** The person of that number (from 1) in the simulation of that seed. */
  static Person number(int number, long simulationSeed) {
    long seed = SmoothNoise.mix(simulationSeed * 0x9E3779B97F4A7C15L + number);
    SplittableRandom random = new SplittableRandom(seed);
    boolean otherSensor = random.nextInt(6) == 0;
    return new Person(
        "p" + number,
        "chest-" + number,
        seed,
        otherSensor ? random.nextDouble(470, 490) : random.nextDouble(308, 381),
        new int[] {random.nextInt(-10, 11), random.nextInt(-10, 11), random.nextInt(-10, 11)},
        Tilt.degrees(random.nextDouble(-30, 5), random.nextDouble(-30, 18)),
        random.nextDouble(1.65, 1.98),
        random.nextDouble(0.75, 1.35),
        random.nextDouble(0.2, 1.8),
        random.nextDouble(0.5, 1.6),
        Tilt.degrees(either(random, 5, 28), either(random, 4, 25)),
        Tilt.degrees(random.nextDouble(-7, 3), random.nextDouble(-2, 4)),
        Tilt.degrees(random.nextDouble(-13, 10), random.nextDouble(-3, 6)));
  }

  /** The phase of a harmonic of this person's steps, in radians. */
  double phase(int axis, int multiple) {
    return Math.PI * new SmoothNoise(seed).number(100 + axis * 10 + multiple).at(0);
  }

  private static double either(SplittableRandom random, double least, double most) {
    double size = random.nextDouble(least, most);
    return random.nextBoolean() ? size : -size;
  }
}
