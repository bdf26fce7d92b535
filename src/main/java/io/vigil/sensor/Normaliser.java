package io.vigil.sensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings a device's numbers to g on the axes of the body. Nothing is clipped: a value beyond what
 * the device can measure means that the unit or the profile is mistaken, and is refused.
 */
public final class Normaliser {
  private final DeviceProfiles profiles;

  public Normaliser(DeviceProfiles profiles) {
    this.profiles = profiles;
  }

  /**
   * Brings the batch to g. Of a file a sample out of range is left out alone and the batch goes on
   * behind it; a message is refused whole.
   */
  public Normalised normalise(DeviceBatch batch) {
    DeviceProfile profile = profiles.of(batch.unit());
    float[][] device = {batch.x(), batch.y(), batch.z()};
    short[][] body = {
      toSteps(device, profile.x(), profile),
      toSteps(device, profile.y(), profile),
      toSteps(device, profile.z(), profile)
    };
    int bad = nextBad(body, 0);
    if (bad == batch.size()) {
      return new Normalised(List.of(part(batch, body, 0, bad)), List.of(), List.of());
    }
    if (batch.whole()) {
      String reason = "Sample " + bad + ": " + reason(device, bad, profile);
      return new Normalised(
          List.of(),
          List.of(letter(batch, 0, batch.size(), reason)),
          List.of(SampleBatch.refused(batch.participantId(), batch.times())));
    }
    return split(batch, device, body, profile);
  }

  private Normalised split(
      DeviceBatch batch, float[][] device, short[][] body, DeviceProfile profile) {
    List<SampleBatch> batches = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    long[] refused = new long[batch.size()];
    int from = 0;
    while (from < batch.size()) {
      int bad = nextBad(body, from);
      if (bad > from) {
        batches.add(part(batch, body, from, bad));
      }
      if (bad < batch.size()) {
        refused[letters.size()] = batch.times()[bad];
        letters.add(letter(batch, bad, 1, reason(device, bad, profile)));
      }
      from = bad + 1;
    }
    long[] times = Arrays.copyOf(refused, letters.size());
    return new Normalised(
        batches, letters, List.of(SampleBatch.refused(batch.participantId(), times)));
  }

  /** Stands for a value out of range; no value within {@link SampleBatch#MAX_G} comes to it. */
  private static final short OUT_OF_RANGE = Short.MIN_VALUE;

  private static short[] toSteps(float[][] device, DeviceProfile.Axis axis, DeviceProfile profile) {
    float[] values = device[axis.from()];
    short[] steps = new short[values.length];
    double scale = SampleBatch.PER_G / axis.perG();
    for (int i = 0; i < values.length; i++) {
      double step = (values[i] - axis.zero()) * scale;
      steps[i] = isWithin(values[i], axis, profile) ? (short) Math.round(step) : OUT_OF_RANGE;
    }
    return steps;
  }

  private static boolean isWithin(float value, DeviceProfile.Axis axis, DeviceProfile profile) {
    return value >= (float) profile.lowest()
        && value <= (float) profile.highest()
        && Math.abs((value - axis.zero()) / axis.perG()) <= LARGEST_G;
  }

  /**
   * {@link SampleBatch#MAX_G} and half a step, so that a float's rounding at the end is no fault.
   */
  private static final double LARGEST_G = SampleBatch.MAX_G + 0.5 / SampleBatch.PER_G;

  private static int nextBad(short[][] body, int from) {
    int i = from;
    while (i < body[0].length
        && body[0][i] != OUT_OF_RANGE
        && body[1][i] != OUT_OF_RANGE
        && body[2][i] != OUT_OF_RANGE) {
      i++;
    }
    return i;
  }

  private static String reason(float[][] device, int index, DeviceProfile profile) {
    DeviceProfile.Axis[] axes = {profile.x(), profile.y(), profile.z()};
    for (DeviceProfile.Axis axis : axes) {
      float value = device[axis.from()][index];
      if (!isWithin(value, axis, profile)) {
        return "%s is %s, out of range: profile %s has %s to %s %s, within ±%s g: is the unit mistaken?"
            .formatted(
                "xyz".charAt(axis.from()),
                value,
                profile.name(),
                profile.lowest(),
                profile.highest(),
                profile.unit(),
                SampleBatch.MAX_G);
      }
    }
    throw new IllegalStateException("Sample " + index + " is within range");
  }

  private static SampleBatch part(DeviceBatch batch, short[][] body, int from, int to) {
    if (from == 0 && to == batch.size()) {
      return new SampleBatch(
          batch.participantId(), batch.times(), body[0], body[1], body[2], batch.activity());
    }
    return new SampleBatch(
        batch.participantId(),
        Arrays.copyOfRange(batch.times(), from, to),
        Arrays.copyOfRange(body[0], from, to),
        Arrays.copyOfRange(body[1], from, to),
        Arrays.copyOfRange(body[2], from, to),
        batch.activity());
  }

  private static DeadLetter letter(DeviceBatch batch, int index, int samples, String reason) {
    RawMessage origin = batch.origin();
    long position = batch.position() + index;
    byte[] payload = batch.whole() ? origin.payload() : new Lines(origin).at(position).copy();
    return new Refusal(reason, samples).letter(batch.participantId(), origin, position, payload);
  }
}
