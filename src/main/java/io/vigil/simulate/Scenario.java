package io.vigil.simulate;

import java.time.Instant;

/**
 * What is to be simulated.
 *
 * @param people how many, 1 to 10,000
 * @param seed what all chance follows from
 * @param hours length of the working day, more than 0 and at most 24
 * @param compress by how much the day is shortened, 1 to 1,000: activities take that much less
 *     time, movements take the time they take
 * @param start the day's first instant
 * @param falls how many people fall (once), 0 to {@code people}
 * @param gaps for how many people the radio fails (once), 0 to {@code people}: the first's sensor
 *     uploads what it kept, the second's loses it, and so on in turn
 * @param duplicates share of batches that are sent twice, 0 to 1
 * @param disorder by how many seconds of newer samples a batch is overtaken at most, 0 to 3,600
 */
public record Scenario(
    int people,
    long seed,
    double hours,
    double compress,
    Instant start,
    int falls,
    int gaps,
    double duplicates,
    int disorder) {

  private static final int SHORTEST_DAY_SECONDS = 300;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with what was seen and what is allowed
   */
  public Scenario {
    within("people", people, 1, 10_000);
    within("hours", hours, 0, 24);
    within("compress", compress, 1, 1_000);
    within("falls", falls, 0, people);
    within("gaps", gaps, 0, people);
    within("duplicates", duplicates, 0, 1);
    within("disorder", disorder, 0, 3_600);
    if (hours * 3600 / compress < SHORTEST_DAY_SECONDS) {
      throw new IllegalArgumentException(
          "A day of %s hours compressed %s times has %.0f s; at least %d s are needed"
              .formatted(hours, compress, hours * 3600 / compress, SHORTEST_DAY_SECONDS));
    }
  }

  /** Length of the compressed day, in seconds. */
  public int seconds() {
    return (int) Math.round(hours * 3600 / compress);
  }

  private static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s is %s, allowed is %s to %s"
              .formatted(name, number(value), number(least), number(most)));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && !Double.isInfinite(value)
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
