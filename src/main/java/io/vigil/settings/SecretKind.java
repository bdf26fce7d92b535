package io.vigil.settings;

/** A secret, which stands in the environment and never in the file. */
public record SecretKind() implements Kind<Secret> {

  @Override
  public Class<Secret> type() {
    return Secret.class;
  }

  @Override
  public String allowed() {
    return "a secret of the environment, as ${env:NAME}";
  }

  @Override
  public Secret read(String text) throws RefusedValue {
    if (text.isBlank()) {
      throw new RefusedValue("is empty");
    }
    return Secret.of(text.strip());
  }
}
