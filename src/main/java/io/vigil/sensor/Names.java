package io.vigil.sensor;

/** What a participant's id and the name of an activity may be. */
final class Names {
  /** The longest, in UTF-16 characters. */
  static final int LONGEST = 128;

  /**
   * Returns the id as it is.
   *
   * @throws Refusal where there is none, or where it could not be stored and shown again
   */
  static String participant(String id) throws Refusal {
    if (id == null || id.isBlank()) {
      throw new Refusal("There is no participant: participantId is missing or empty");
    }
    check("participantId", id);
    return id;
  }

  /** Returns the id as it is, or the empty string where it is none. */
  static String participantOrNone(String id) {
    try {
      return participant(id);
    } catch (Refusal refusal) {
      return "";
    }
  }

  /** Returns the name as it is, or the empty string where there is none. */
  static String activity(String name) throws Refusal {
    if (name == null || name.isBlank()) {
      return "";
    }
    check("activity", name);
    return name;
  }

  private static void check(String field, String text) throws Refusal {
    if (text.length() > LONGEST) {
      throw new Refusal(
          field + " has " + text.length() + " characters, expected at most " + LONGEST);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        throw new Refusal(
            "%s has the control character U+%04X, expected none".formatted(field, (int) c));
      }
      if (c == '\uFFFD' || isLoneSurrogate(text, i)) {
        throw new Refusal(field + " is " + Quote.of(text) + ", which is no valid UTF-8 text");
      }
    }
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private Names() {}
}
