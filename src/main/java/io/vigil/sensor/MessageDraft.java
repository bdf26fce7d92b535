package io.vigil.sensor;

/**
 * A message while it is read: its fields as they stood there, checked only once all are known, so
 * that a refusal can say how many samples it refuses. A message is used whole or not at all:
 * samples that were sent together with a wrong one are not to be trusted.
 */
final class MessageDraft {
  /** How the fields of the message are called, for reasons. */
  record Naming(String time, String x, String y, String z) {
    static final Naming SAMPLE =
        new Naming("timestamp", "accelerationX", "accelerationY", "accelerationZ");
    static final Naming BATCH = new Naming("start", "x", "y", "z");
  }

  private static final double NOT_GIVEN = Double.NaN;

  String participantId;
  String unit;
  String activity;
  boolean isBatch;
  boolean isSample;
  boolean hasTime;
  long start;
  double rateHz = NOT_GIVEN;
  final Values offsetsMicros = new Values();
  final Values x = new Values();
  final Values y = new Values();
  final Values z = new Values();
  private String problem;

  /** Keeps the first thing that was wrong; reading goes on, to count the samples. */
  void note(String reason) {
    if (problem == null) {
      problem = reason;
    }
  }

  void note(Refusal refusal) {
    note(refusal.getMessage());
  }

  /**
   * How many samples the message holds: as many as its longest array has; 1 where that cannot be
   * told.
   */
  int samples() {
    return isBatch && !isSample ? Math.max(x.count(), Math.max(y.count(), z.count())) : 1;
  }

  /** The samples of the message. */
  DeviceBatch toBatch(RawMessage origin, TimeBounds bounds) throws Refusal {
    try {
      return checked(origin, bounds);
    } catch (Refusal refusal) {
      throw new Refusal(refusal.getMessage(), samples());
    }
  }

  private DeviceBatch checked(RawMessage origin, TimeBounds bounds) throws Refusal {
    if (problem != null) {
      throw new Refusal(problem);
    }
    Names.participant(participantId);
    if (isBatch && isSample) {
      throw new Refusal(
          "The message has fields of a batch and of a single sample, expected one kind");
    }
    Unit known = knownUnit();
    Naming names = isBatch ? Naming.BATCH : Naming.SAMPLE;
    checkLengths(names);
    if (!hasTime) {
      throw new Refusal(names.time() + " is missing");
    }
    return new DeviceBatch(
        participantId,
        MessageTimes.of(this, bounds, names.time()),
        known,
        axis(x, names.x()),
        axis(y, names.y()),
        axis(z, names.z()),
        Names.activity(activity),
        origin,
        origin.position(),
        true);
  }

  private Unit knownUnit() throws Refusal {
    if (unit == null) {
      if (isBatch) {
        throw new Refusal("unit is missing, expected one of " + Unit.NAMES);
      }
      return Unit.RAW;
    }
    return Unit.named(unit)
        .orElseThrow(
            () -> new Refusal("unit is " + Quote.of(unit) + ", expected one of " + Unit.NAMES));
  }

  private void checkLengths(Naming names) throws Refusal {
    if (!isBatch) {
      checkGiven(x, names.x());
      checkGiven(y, names.y());
      checkGiven(z, names.z());
    }
    if (x.count() != y.count() || y.count() != z.count()) {
      throw new Refusal(
          "x, y and z have %d, %d and %d values, expected equal numbers"
              .formatted(x.count(), y.count(), z.count()));
    }
    if (x.count() == 0) {
      throw new Refusal("x, y and z are empty, expected at least one sample");
    }
    if (x.count() > Limits.MESSAGE_SAMPLES) {
      throw new Refusal(
          "The message has %d samples, expected at most %d"
              .formatted(x.count(), Limits.MESSAGE_SAMPLES));
    }
  }

  private static void checkGiven(Values values, String name) throws Refusal {
    if (values.count() == 0) {
      throw new Refusal(name + " is missing, expected a number");
    }
  }

  private float[] axis(Values values, String name) throws Refusal {
    float[] axis = new float[values.count()];
    for (int i = 0; i < axis.length; i++) {
      axis[i] = (float) values.get(i);
      if (!Float.isFinite(axis[i])) {
        throw new Refusal(Numbers.notFinite(values.get(i), isBatch ? name + "[" + i + "]" : name));
      }
    }
    return axis;
  }
}
