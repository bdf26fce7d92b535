package io.vigil.settings;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What may stand in one kind of file.
 *
 * @param word what one of its entries is called, for messages
 * @param page where all of them are listed, for messages
 * @param settings in the order of the page
 */
public record Table(String word, String page, List<Setting<?>> settings) {

  public Table {
    settings = List.copyOf(settings);
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @param environment what {@code ${env:NAME}} stands for: the value of a name, or null
   * @throws RefusedSettings with every problem there is, each with its line
   */
  public Reading read(String file, String text, UnaryOperator<String> environment) {
    return TableReader.read(this, file, text, environment);
  }

  /** The rows of the reference page, as a Markdown table. */
  public String rows() {
    StringBuilder rows =
        new StringBuilder(
            "| %s | default | allowed | what it does |\n| --- | --- | --- | --- |\n"
                .formatted(word));
    for (Setting<?> setting : settings) {
      rows.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  setting.path(),
                  byDefault(setting),
                  setting.kind().allowed(),
                  setting.description()));
    }
    return rows.toString();
  }

  private static String byDefault(Setting<?> setting) {
    if (setting.byDefault() != null) {
      return "`" + setting.byDefault() + "`";
    }
    return setting.required() ? "none, required" : "none";
  }
}
