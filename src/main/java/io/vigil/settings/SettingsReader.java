package io.vigil.settings;

import java.util.function.UnaryOperator;

/** Reads a file of settings. */
final class SettingsReader {

  /**
   * @param file its name, for messages
   * @throws RefusedSettings with every problem there is
   */
  static Settings read(String file, String text, UnaryOperator<String> environment) {
    Reading reading = SettingsTable.TABLE.read(file, text, environment);
    Settings settings = SettingsAssembly.of(reading.values(), reading.names());
    SettingsAssembly.check(settings, reading.root(), reading.problems());
    reading.problems().throwIfAny();
    return settings;
  }

  private SettingsReader() {}
}
