package io.vigil.settings;

import java.math.BigDecimal;

/**
 * A number, whole or not.
 *
 * @param least allowed
 * @param most allowed
 */
public record NumberKind(double least, double most) implements Kind<Double> {

  @Override
  public Class<Double> type() {
    return Double.class;
  }

  @Override
  public String allowed() {
    return "a number from " + text(least) + " to " + text(most);
  }

  @Override
  public Double read(String text) throws RefusedValue {
    double read;
    try {
      read = new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      throw new RefusedValue("is no number");
    }
    if (read < least || read > most) {
      throw new RefusedValue("is out of range");
    }
    return read;
  }

  private static String text(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
