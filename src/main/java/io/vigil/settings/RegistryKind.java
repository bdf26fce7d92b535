package io.vigil.settings;

import java.net.URI;

/**
 * Where models are kept: a folder, or a container of Azure Blob Storage, with a prefix in it where
 * it holds more than models.
 */
public final class RegistryKind implements Kind<String> {
  private static final WebKind ADDRESS = new WebKind(true, "");

  /** Whether a registry is a container rather than a folder. */
  public static boolean isContainer(String registry) {
    return registry.contains("://");
  }

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public String allowed() {
    return "a folder, or https://ACCOUNT.blob.core.windows.net/CONTAINER, with /PREFIX where models share it";
  }

  @Override
  public String read(String text) throws RefusedValue {
    if (text.isBlank()) {
      throw new RefusedValue("is empty");
    }
    if (!isContainer(text)) {
      return text;
    }
    URI address = ADDRESS.read(text);
    if (address.getRawPath().replace("/", "").isEmpty()) {
      throw new RefusedValue("names no container");
    }
    return text.strip();
  }
}
