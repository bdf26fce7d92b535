package io.vigil.store;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether bytes that nobody could read name a participant. A short id, a number for one, stands in
 * many a message of others; so it must stand where messages have ids: between quotes, first in a
 * line of CSV, or in Avro behind its own length.
 */
final class NamedIn {
  private final Pattern asAnId;
  private final Pattern anywhere;

  /**
   * @param names by any of which
   */
  NamedIn(Set<String> names) {
    String each =
        names.stream()
            .map(
                name -> {
                  int length = 2 * name.getBytes(StandardCharsets.UTF_8).length;
                  String latin = latin(name);
                  String behindLength = length < 128 ? Pattern.quote("" + (char) length) : "(?!)";
                  return "\"%1$s\"|(?m:^%1$s[,;\t])|%2$s%1$s"
                      .formatted(Pattern.quote(latin), behindLength);
                })
            .collect(Collectors.joining("|"));
    this.asAnId = Pattern.compile(each);
    this.anywhere =
        Pattern.compile(
            names.stream()
                .map(name -> "(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                .collect(Collectors.joining("|")));
  }

  /** Whether a message has one as an id. */
  boolean in(byte[] message) {
    return asAnId.matcher(new String(message, StandardCharsets.ISO_8859_1)).find();
  }

  /** Whether a text has one as a word. */
  boolean anywhereIn(String text) {
    return anywhere.matcher(text).find();
  }

  private static String latin(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
