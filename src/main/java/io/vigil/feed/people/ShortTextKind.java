package io.vigil.feed.people;

import io.vigil.settings.Kind;
import io.vigil.settings.RefusedValue;

/**
 * A short text on one line.
 *
 * @param what it is
 * @param most characters
 */
record ShortTextKind(String what, int most) implements Kind<String> {

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public String allowed() {
    return "%s of up to %d characters on one line".formatted(what, most);
  }

  @Override
  public String read(String text) throws RefusedValue {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new RefusedValue("is empty");
    }
    if (stripped.codePointCount(0, stripped.length()) > most) {
      throw new RefusedValue("is too long");
    }
    if (stripped.codePoints().anyMatch(ShortTextKind::unseen)) {
      throw new RefusedValue("has a character that cannot be shown, or that turns the line around");
    }
    return stripped;
  }

  /** Control characters, and those by which one name can be made to look like another. */
  private static boolean unseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
