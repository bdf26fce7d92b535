package io.vigil.sensor;

/** The times of a message's samples: at a steady rate, or each with an offset of its own. */
final class MessageTimes {
  /**
   * Microseconds since the epoch, each later than the one before. Where offsets are given they
   * count, and the rate is only nominal.
   *
   * <p>Offsets that do not rise are refused and not sorted: a device counts forward, so a step back
   * says that offsets and values may not belong together.
   */
  static long[] of(MessageDraft draft, TimeBounds bounds, String name) throws Refusal {
    int samples = draft.samples();
    long[] times = new long[samples];
    if (!draft.isBatch) {
      times[0] = draft.start;
    } else if (draft.offsetsMicros.count() > 0) {
      fillOffsets(times, draft);
    } else {
      fillRate(times, draft);
    }
    bounds.check(draft.start, name);
    bounds.check(times[0], "the first sample's time");
    bounds.check(times[samples - 1], "the last sample's time");
    return times;
  }

  private static void fillRate(long[] times, MessageDraft draft) throws Refusal {
    double rateHz = draft.rateHz;
    if (!(rateHz > 0 && rateHz <= Limits.RATE_HZ)) {
      throw new Refusal(
          Double.isNaN(rateHz)
              ? "rateHz is missing, expected above 0 and at most 1000, or offsetsMillis"
              : "rateHz is " + rateHz + ", expected above 0 and at most 1000");
    }
    double span = (times.length - 1) * 1e6 / rateHz;
    if (span > Limits.MESSAGE_MICROS) {
      throw new Refusal(
          times.length + " samples at " + rateHz + " Hz span more than a day, expected less");
    }
    for (int i = 0; i < times.length; i++) {
      times[i] = at(draft.start, i, rateHz);
    }
  }

  /** The time of a sample, from 0, of a batch at a steady rate. */
  static long at(long start, int sample, double rateHz) {
    return start + Math.round(sample * 1e6 / rateHz);
  }

  private static void fillOffsets(long[] times, MessageDraft draft) throws Refusal {
    Values offsets = draft.offsetsMicros;
    if (offsets.count() != times.length) {
      throw new Refusal(
          "There are %d offsets for %d samples, expected as many"
              .formatted(offsets.count(), times.length));
    }
    for (int i = 0; i < times.length; i++) {
      double offset = offsets.get(i);
      if (!(Math.abs(offset) <= Limits.MESSAGE_MICROS)) {
        throw new Refusal(
            "Offset " + i + " is " + offset / 1e3 + " ms, expected within a day of the start");
      }
      times[i] = draft.start + Math.round(offset);
      if (i > 0 && times[i] <= times[i - 1]) {
        throw new Refusal(
            "Offset " + i + " is " + offset / 1e3 + " ms, expected later than the one before it");
      }
    }
  }

  private MessageTimes() {}
}
