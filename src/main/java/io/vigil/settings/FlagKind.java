package io.vigil.settings;

/** Yes or no. */
public record FlagKind() implements Kind<Boolean> {

  @Override
  public Class<Boolean> type() {
    return Boolean.class;
  }

  @Override
  public String allowed() {
    return "true or false";
  }

  @Override
  public Boolean read(String text) throws RefusedValue {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new RefusedValue("is neither");
    };
  }
}
