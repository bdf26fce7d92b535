package io.vigil.feed.hook;

import io.vigil.settings.Reading;
import io.vigil.settings.RefusedSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The hooks there are. docs/hooks.md says what each setting does.
 *
 * @param page the address that an alert's id follows to show it, if there is one
 * @param hooks by their names, in order
 */
public record HookSettings(Optional<URI> page, List<Hook> hooks) {

  public HookSettings {
    hooks = List.copyOf(hooks);
  }

  /** No hooks. */
  public static HookSettings none() {
    return new HookSettings(Optional.empty(), List.of());
  }

  /**
   * Reads a file.
   *
   * @param environment what {@code ${env:NAME}} stands for: the value of a name, or null
   * @throws IOException if the file cannot be read
   * @throws RefusedSettings with every problem there is, each with its line and path
   */
  public static HookSettings read(Path file, UnaryOperator<String> environment) throws IOException {
    return read(file.toString(), Files.readString(file), environment);
  }

  static HookSettings read(String file, String text, UnaryOperator<String> environment) {
    Reading reading = HookTable.TABLE.read(file, text, environment);
    HookSettings settings = HookAssembly.of(reading);
    reading.throwIfAny();
    return settings;
  }

  /** The hook of that name. */
  public Optional<Hook> named(String name) {
    return hooks.stream().filter(hook -> hook.name().equals(name)).findFirst();
  }
}
