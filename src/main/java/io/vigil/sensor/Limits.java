package io.vigil.sensor;

/** How large input may be. Whoever reads it need not keep more than one byte beyond. */
public final class Limits {
  /** The longest row of a {@code uci287} or {@code csv} file, in bytes. */
  public static final int ROW_BYTES = 64 << 10;

  /** The longest message, and the longest line of a {@code jsonl} file: that of Event Hubs. */
  public static final int MESSAGE_BYTES = 1 << 20;

  /** The most samples of one message. */
  public static final int MESSAGE_SAMPLES = 10_000;

  /** The highest rate of a sensor, in Hz. */
  public static final double RATE_HZ = 1_000;

  /** The longest time that one message may span, in microseconds: a day. */
  public static final long MESSAGE_MICROS = 86_400_000_000L;

  /** The longest line of a file in this format, in bytes. */
  public static int lineBytes(MessageFormat format) {
    return format == MessageFormat.JSONL ? MESSAGE_BYTES : ROW_BYTES;
  }

  static void checkRow(Lines lines) throws Refusal {
    if (lines.to() - lines.from() > ROW_BYTES) {
      throw new Refusal(
          "The line is longer than " + ROW_BYTES + " bytes; the rest of it is dropped");
    }
  }

  static void checkMessage(byte[] payload) throws Refusal {
    if (payload.length > MESSAGE_BYTES) {
      throw new Refusal("The message is longer than " + MESSAGE_BYTES + " bytes");
    }
  }

  private Limits() {}
}
