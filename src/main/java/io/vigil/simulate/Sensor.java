package io.vigil.simulate;

import java.util.Random;

/** The sensor on a person: turns what moves it into 12-bit counts, with noise. */
final class Sensor {
  /** Standard deviation; the stillest stretches of real recordings show 2.4 to 2.9. */
  private static final double NOISE_COUNTS = 2.7;

  private static final int MID_RAIL = 2048;
  private static final int UPPER_RAIL = 4095;

  private final Person person;
  private final Random random;

  Sensor(Person person) {
    this.person = person;
    this.random = new Random(SmoothNoise.mix(person.seed()));
  }

  /** The next batch: a second of the motion, beginning that many seconds into the day. */
  Batch record(Motion motion, int second, long startMicros, String activity) {
    int[] x = new int[Batch.RATE_HZ];
    int[] y = new int[Batch.RATE_HZ];
    int[] z = new int[Batch.RATE_HZ];
    for (int i = 0; i < Batch.RATE_HZ; i++) {
      Acceleration seen = motion.at(second + (double) i / Batch.RATE_HZ).turned(person.mounting());
      x[i] = counts(seen.x(), 0);
      y[i] = counts(seen.y(), 1);
      z[i] = counts(seen.z(), 2);
    }
    return new Batch(person.id(), person.deviceId(), second + 1, startMicros, x, y, z, activity);
  }

  private int counts(double g, int axis) {
    double exact =
        MID_RAIL
            + person.offsets()[axis]
            + g * person.countsPerG()
            + NOISE_COUNTS * random.nextGaussian();
    return (int) Math.max(0, Math.min(UPPER_RAIL, Math.round(exact)));
  }
}
