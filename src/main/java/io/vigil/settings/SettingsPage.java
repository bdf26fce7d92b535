package io.vigil.settings;

/** The reference page of all settings, made from the table so that it cannot be wrong. */
final class SettingsPage {
  private SettingsPage() {}

  static String markdown() {
    return """
            # Settings

            `vigil.yaml` holds what differs from the defaults; `--config FILE` names it. A key that is not here, a wrong
            unit or a value out of range is refused at start, with its line. Durations are written with their unit:
            `500 ms`, `2 s`, `10 min`, `1 h`, `1 d`. `${env:NAME}` in a value stands for an environment variable; a
            secret is never written in the file. `*` stands for a name of your choice.

            This page is made from the code.

            """
        + SettingsTable.TABLE.rows();
  }
}
