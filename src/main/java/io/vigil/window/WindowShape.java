package io.vigil.window;

/**
 * Where windows lie and how many samples each is brought to. Windows start at whole multiples of
 * the hop since the epoch, so that they do not depend on when a participant's data begins.
 *
 * @param lengthMicros length of a window in microseconds
 * @param hopMicros from the start of a window to the start of the next, in microseconds; at most
 *     the length
 * @param samples samples of a window after it was brought to the model's rate
 */
public record WindowShape(long lengthMicros, long hopMicros, int samples)
    implements java.io.Serializable {

  public WindowShape {
    if (hopMicros <= 0 || hopMicros > lengthMicros || samples < 2) {
      throw new IllegalArgumentException(
          "A window of %d us every %d us with %d samples cannot be; expected 0 < hop <= length and at least 2 samples"
              .formatted(lengthMicros, hopMicros, samples));
    }
  }

  /** Whether a window has this length and so many samples. */
  public boolean fits(Window window) {
    return window.x().length == samples && window.end() - window.start() == lengthMicros;
  }

  /** The start of the earliest window that holds this instant. */
  long firstStartHolding(long micros) {
    return (Math.floorDiv(micros - lengthMicros, hopMicros) + 1) * hopMicros;
  }
}
