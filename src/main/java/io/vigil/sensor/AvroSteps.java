package io.vigil.sensor;

import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the step of which all numbers of a batch are whole multiples. */
final class AvroSteps {
  /** Steps of 1 to a ten-millionth: finer than a float is at 8 g. */
  private static final double[] STEPS = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

  /** The batch in Avro's integers, if there are such that give its numbers exactly. */
  static Optional<AvroBatch> of(DeviceBatch batch) {
    for (double step : STEPS) {
      int[] x = count(batch.x(), step);
      int[] y = x == null ? null : count(batch.y(), step);
      int[] z = y == null ? null : count(batch.z(), step);
      if (z != null) {
        return Optional.of(batch(batch, step, x, y, z));
      }
    }
    return Optional.empty();
  }

  private static AvroBatch batch(DeviceBatch batch, double step, int[] x, int[] y, int[] z) {
    long[] times = batch.times();
    OptionalDouble steady = SteadyRate.of(times);
    double rateHz = steady.orElse(SteadyRate.nominal(times));
    AvroBatch avro =
        AvroBatch.ofCounts(batch.participantId(), Timestamps.instant(times[0]), rateHz, x, y, z)
            .withUnit(batch.unit(), step)
            .withActivity(batch.activity());
    return steady.isPresent() ? avro : avro.withOffsetsMicros(offsets(times));
  }

  private static long[] offsets(long[] times) {
    long[] offsets = new long[times.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = times[i] - times[0];
    }
    return offsets;
  }

  /** How many steps each value is, or null where one is no whole number of them. */
  private static int[] count(float[] values, double step) {
    int[] counts = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      counts[i] = (int) Math.rint(values[i] / step);
      if ((float) (counts[i] * step) != values[i]) {
        return null;
      }
    }
    return counts;
  }

  private AvroSteps() {}
}
