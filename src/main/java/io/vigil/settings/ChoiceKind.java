package io.vigil.settings;

import java.util.List;

/**
 * One of a few words.
 *
 * @param words allowed
 */
record ChoiceKind(List<String> words) implements Kind<String> {

  ChoiceKind(String... words) {
    this(List.of(words));
  }

  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public String allowed() {
    return String.join(" or ", words);
  }

  @Override
  public String read(String text) throws RefusedValue {
    if (!words.contains(text)) {
      throw new RefusedValue("is not known");
    }
    return text;
  }
}
