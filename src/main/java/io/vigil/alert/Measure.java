package io.vigil.alert;

/**
 * A number that speaks for an alert.
 *
 * @param name with its unit, such as {@code stillSeconds}
 * @param value finite
 */
public record Measure(String name, double value) {

  public Measure {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected a finite number");
    }
  }
}
