package io.vigil.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The way from one person's sensor to the hub: most batches arrive at once, some after newer ones,
 * some twice, and none in a gap.
 */
final class Radio {
  private static final long MICROS = 1_000_000;
  private static final double OFTEN_DELAYED = 0.1;
  private static final double USUAL_SECONDS = 0.3;

  /** What was kept in a gap is sent within this, before the first new batch. */
  private static final double UPLOAD_SECONDS = 0.5;

  private final Gap gap;
  private final long dayStartMicros;
  private final double duplicates;
  private final int disorder;
  private final SplittableRandom random;

  Radio(Scenario scenario, Person person, Gap gap, long dayStartMicros) {
    this.gap = gap;
    this.dayStartMicros = dayStartMicros;
    this.duplicates = scenario.duplicates();
    this.disorder = scenario.disorder();
    this.random = new SplittableRandom(person.seed() + 2);
  }

  /**
   * When a batch arrives.
   *
   * @return instants in microseconds since the epoch (UTC): none where it is lost, two where it is
   *     sent twice; each less than {@code disorder} + 1 seconds after the batch's end, unless it
   *     was kept in a gap
   */
  List<Long> arrivals(Batch batch) {
    int second = batch.sequence() - 1;
    if (gap.covers(second)) {
      return gap.uploaded() ? List.of(upload(second)) : List.of();
    }
    long end = batch.startMicros() + MICROS;
    double longest = 1 + disorder - 1e-3;
    boolean delayed = random.nextDouble() < OFTEN_DELAYED;
    double delay = delayed ? random.nextDouble(0, longest) : random.nextDouble(0, USUAL_SECONDS);
    long first = end + (long) (delay * MICROS);
    if (random.nextDouble() >= duplicates) {
      return List.of(first);
    }
    return List.of(first, end + (long) (random.nextDouble(delay, longest) * MICROS));
  }

  private long upload(int second) {
    double share = (double) (second - gap.start()) / (gap.end() - gap.start());
    return dayStartMicros + (long) ((gap.end() + share * UPLOAD_SECONDS) * MICROS);
  }
}
