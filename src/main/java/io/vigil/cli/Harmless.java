package io.vigil.cli;

/**
 * Text of others as a terminal may show it: on one line, and without characters that would move the
 * cursor, change colours or turn the order of letters round.
 */
final class Harmless {
  private static final char INSTEAD = '\uFFFD';

  // Words of some scripts need them.
  private static final char NON_JOINER = '\u200C';
  private static final char JOINER = '\u200D';

  /** The text with such characters replaced. */
  static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(isHarmless(c) ? c : INSTEAD));
    return line.toString();
  }

  /** The text, or a dash where there is none. */
  static String orDash(String text) {
    return text.isEmpty() ? "-" : line(text);
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          c == NON_JOINER || c == JOINER;
      default -> true;
    };
  }

  private Harmless() {}
}
