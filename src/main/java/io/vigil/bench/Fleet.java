package io.vigil.bench;

import io.vigil.simulate.Batch;

/**
 * Who sends when. Each participant sends a second of samples every second, all of them spread
 * evenly over the second. They join one after another, because nobody puts on thousands of sensors
 * at once, and all stop together.
 *
 * <p>Everything is computed from the schedule: a message counts from when it was due, however late
 * the sender was, so that a system that holds its sender up gains nothing by it.
 *
 * @param people how many, 1 or more
 * @param beginMicros when the first joins, microseconds since the epoch (UTC)
 * @param joinSeconds until the last has joined, 1 or more
 * @param seconds from the first second of the first to the last second of all
 */
public record Fleet(int people, long beginMicros, int joinSeconds, int seconds) {
  private static final long SECOND = 1_000_000;
  private static final String PREFIX = "fleet-";

  /** With a number below added, one of as many digits. */
  private static final int NUMBERS = 10_000_000;

  /** From the start of a batch to its last sample, in microseconds. */
  private static final long LAST_SAMPLE = Math.round((Batch.RATE_HZ - 1) * 1e6 / Batch.RATE_HZ);

  public Fleet {
    if (people < 1 || joinSeconds < 1 || seconds < joinSeconds) {
      throw new IllegalArgumentException(
          "%d people that join in %d of %d s cannot be; expected at least 1 person, 1 s, and time for all to join"
              .formatted(people, joinSeconds, seconds));
    }
  }

  /** The id that a participant sends under. */
  public static String id(int participant) {
    return PREFIX + Integer.toString(NUMBERS + participant).substring(1);
  }

  /** The participant of an id, or -1 where it is nobody's of a fleet. */
  public static int participant(String id) {
    return id.startsWith(PREFIX) ? Integer.parseInt(id.substring(PREFIX.length())) : -1;
  }

  /** The first second in which a participant sends. */
  public int joins(int participant) {
    return participant % joinSeconds;
  }

  /** The first sample of a participant's second, microseconds since the epoch. */
  public long startMicros(int participant, int second) {
    return beginMicros + second * SECOND + participant * SECOND / people;
  }

  /** When a participant's second is due to be sent: when it is over. */
  public long dueMicros(int participant, int second) {
    return startMicros(participant, second) + SECOND;
  }

  /** How many messages were due before an instant. */
  public long dueBefore(long micros) {
    long due = 0;
    // Everybody is alike but for the second they join in and the place within the second.
    long passed = micros - beginMicros - SECOND;
    if (passed <= 0) {
      return 0;
    }
    int whole = (int) Math.min(seconds, passed / SECOND);
    for (int second = 0; second < whole; second++) {
      due += sending(second);
    }
    if (whole < seconds) {
      long rest = passed % SECOND;
      long before = Math.min(people, (rest * people + SECOND - 1) / SECOND);
      due += sending(whole, (int) before);
    }
    return due;
  }

  /** How many messages there are in all. */
  public long messages() {
    return dueBefore(Long.MAX_VALUE / 2);
  }

  /** How many samples are in a message. */
  public static int samplesOfMessage() {
    return Batch.RATE_HZ;
  }

  /**
   * When the message was due that brings a participant's samples up to an instant: nothing that
   * needs a sample of that instant, or word that there is none before it, can be said earlier.
   */
  public long dueWithSampleAt(int participant, long micros) {
    long offset = micros - LAST_SAMPLE - startMicros(participant, 0);
    long second = offset <= 0 ? 0 : (offset + SECOND - 1) / SECOND;
    return dueMicros(participant, (int) Math.max(second, joins(participant)));
  }

  private long sending(int second) {
    return sending(second, people);
  }

  /** How many of the first participants send in a second. */
  private long sending(int second, int first) {
    if (second >= joinSeconds - 1) {
      return first;
    }
    int rounds = first / joinSeconds;
    int rest = first % joinSeconds;
    return (long) rounds * (second + 1) + Math.min(rest, second + 1);
  }
}
