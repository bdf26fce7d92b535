package io.vigil.feed.hook;

import io.vigil.settings.Kind;
import io.vigil.settings.RefusedValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words, one or a list of them.
 *
 * @param known the words there are; empty where any name is one
 * @param most how many there may be
 * @param allowed what they are
 */
record WordsKind(List<String> known, int most, String allowed) implements Kind<WordsKind.Words> {
  private static final int MOST_NAMES = 20;

  /** The form of a name in an escalation chain of the rules. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_@.+-]{1,64}");

  /** The words of a setting. */
  record Words(Set<String> all) {}

  static WordsKind oneOf(List<String> known) {
    return new WordsKind(known, 1, String.join(" or ", known));
  }

  static WordsKind someOf(List<String> known) {
    return new WordsKind(known, known.size(), "one of or a list of " + String.join(", ", known));
  }

  static WordsKind names() {
    return new WordsKind(
        List.of(), MOST_NAMES, "a name or a list of names like [caregiver, family]");
  }

  @Override
  public Class<Words> type() {
    return Words.class;
  }

  @Override
  public Words read(String text) throws RefusedValue {
    return read(List.of(text));
  }

  @Override
  public Words read(List<String> texts) throws RefusedValue {
    if (texts.isEmpty() || texts.size() > most) {
      throw new RefusedValue("has " + texts.size() + " words");
    }
    for (String text : texts) {
      if (known.isEmpty() ? !NAME.matcher(text).matches() : !known.contains(text)) {
        throw new RefusedValue("has '" + text + "', which is not known");
      }
    }
    return new Words(new LinkedHashSet<>(texts));
  }
}
