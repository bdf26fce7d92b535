package io.vigil.sensor;

/**
 * Why a row or a message is not used: what was seen and what was expected, in one sentence. It has
 * no stack trace, because a file of a million bad rows makes a million of these.
 */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** How many samples are refused. */
  final int samples;

  Refusal(String reason) {
    this(reason, 1);
  }

  Refusal(String reason, int samples) {
    super(reason, null, false, false);
    this.samples = samples;
  }

  /** The dead letter of {@code payload}, which stood at {@code position} of the origin. */
  DeadLetter letter(String participantId, RawMessage origin, long position, byte[] payload) {
    return new DeadLetter(
        DeadLetter.Kind.INVALID,
        participantId,
        origin.source(),
        position,
        getMessage(),
        samples,
        payload);
  }
}
