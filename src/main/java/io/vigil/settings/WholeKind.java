package io.vigil.settings;

/**
 * A whole number.
 *
 * @param least allowed
 * @param most allowed
 */
public record WholeKind(int least, int most) implements Kind<Integer> {

  @Override
  public Class<Integer> type() {
    return Integer.class;
  }

  @Override
  public String allowed() {
    return "a whole number from " + least + " to " + most;
  }

  @Override
  public Integer read(String text) throws RefusedValue {
    int read;
    try {
      read = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new RefusedValue("is no whole number");
    }
    if (read < least || read > most) {
      throw new RefusedValue("is out of range");
    }
    return read;
  }
}
