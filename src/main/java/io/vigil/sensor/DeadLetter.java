package io.vigil.sensor;

/**
 * Input that could not be used, with all that is needed to see why and to send it again.
 *
 * @param kind what became of it
 * @param participantId whose it was, or the empty string where that is not known
 * @param source the file or partition it came from
 * @param position the number (from 1) of its line in the file, or its offset in the partition
 * @param reason what was seen and what was expected, in one sentence
 * @param samples how many samples it held; 1 where that cannot be told
 * @param payload the original bytes
 */
public record DeadLetter(
    Kind kind,
    String participantId,
    String source,
    long position,
    String reason,
    int samples,
    byte[] payload) {

  /** Why it could not be used. */
  public enum Kind {
    /** Not understood, or not possible. */
    INVALID,
    /** Understood, but older than the participant's clock allows. */
    LATE,
    /** Of somebody who was erased: neither the bytes nor whose they were are kept. */
    ERASED
  }

  /** That it came, without a word of what it said or whose it was. */
  public DeadLetter erased() {
    return new DeadLetter(
        Kind.ERASED,
        "",
        source,
        position,
        "It could not be used, and is of somebody who was erased; it is not kept",
        samples,
        new byte[0]);
  }
}
