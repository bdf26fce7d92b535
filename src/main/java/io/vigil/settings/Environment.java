package io.vigil.settings;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values of the environment in the place of {@code ${env:NAME}}. */
final class Environment {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}");

  private final UnaryOperator<String> values;

  Environment(UnaryOperator<String> values) {
    this.values = values;
  }

  /** Whether a text is one reference and nothing else. */
  static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  String resolve(String text) throws RefusedValue {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder resolved = new StringBuilder();
    while (reference.find()) {
      String value = values.apply(reference.group(1));
      if (value == null) {
        throw new RefusedValue(
            "needs the environment variable " + reference.group(1) + ", which is not set");
      }
      reference.appendReplacement(resolved, Matcher.quoteReplacement(value));
    }
    return reference.appendTail(resolved).toString();
  }
}
