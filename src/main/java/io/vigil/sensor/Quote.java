package io.vigil.sensor;

import java.nio.charset.StandardCharsets;

/** Quotes input in a reason: short, on one line, and harmless to whoever prints it. */
final class Quote {
  private static final int LONGEST = 40;

  /** Up to {@value #LONGEST} characters between single quotes. */
  static String of(String text) {
    int length = Math.min(text.length(), LONGEST);
    StringBuilder quoted = new StringBuilder(length + 5).append('\'');
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      quoted.append(isPlain(c) ? c : '\uFFFD');
    }
    return quoted.append(text.length() > LONGEST ? "'..." : "'").toString();
  }

  /** The bytes from {@code from} up to {@code to}, as UTF-8. */
  static String of(byte[] bytes, int from, int to) {
    // Four bytes a character at most; one more, so that a longer text is seen to be longer.
    int length = Math.min(to - from, 4 * LONGEST + 4);
    return of(new String(bytes, from, length, StandardCharsets.UTF_8));
  }

  /** Messages of a library may quote the input too. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), 200));
    for (int i = 0; i < Math.min(text.length(), 200); i++) {
      char c = text.charAt(i);
      line.append(isPlain(c) ? c : c == '\n' ? ' ' : '\uFFFD');
    }
    return line.toString();
  }

  private static boolean isPlain(char c) {
    return !Character.isISOControl(c) && !Character.isSurrogate(c);
  }

  private Quote() {}
}
