package io.vigil.sensor;

/** The forms in which samples reach Vigil. */
public enum MessageFormat {
  /** One JSON object: a sample or a batch of samples. */
  JSON,
  /** One Avro batch in binary. */
  AVRO,
  /** Lines {@code sequence,x,y,z,label} of one participant of UCI data set 287. */
  UCI287,
  /** Lines of a file with a header {@code participantId,timestamp,x,y,z[,activity]}. */
  CSV,
  /** Lines that each hold one JSON object. */
  JSONL,
  /**
   * No samples, but the news that a file broke off: {@code key} says how, {@code payload} is the
   * line it broke off in.
   */
  BROKEN_OFF
}
