package io.vigil.model;

/**
 * How far a window's answer leans on the windows before it; see {@link ForwardFilter}.
 *
 * @param stay probability that the activity of the window before goes on, 0 (no smoothing) to below
 *     1, from one window to the next
 * @param sharpness exponent of the forest's evidence, above 0 up to 10; below 1 because
 *     neighbouring windows repeat each other and their evidence must not be counted in full
 */
public record Smoothing(double stay, double sharpness) {
  /** Every window by itself. */
  public static final Smoothing OFF = new Smoothing(0, 1);

  /** Refuses parameters out of their ranges. */
  public Smoothing {
    ModelRefused.unless(
        stay >= 0 && stay < 1, "Smoothing has stay %s, expected from 0 to below 1", stay);
    ModelRefused.unless(
        sharpness > 0 && sharpness <= 10,
        "Smoothing has sharpness %s, expected above 0 up to 10",
        sharpness);
  }
}
