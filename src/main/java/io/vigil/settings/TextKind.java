package io.vigil.settings;

/**
 * A text that is not empty.
 *
 * @param allowed what it is
 */
public record TextKind(String allowed) implements Kind<String> {

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public String read(String text) throws RefusedValue {
    if (text.isBlank()) {
      throw new RefusedValue("is empty");
    }
    return text;
  }
}
