package io.vigil.store.cosmos.server.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a query apart into words. */
final class Lexer {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<name>[A-Za-z_][A-Za-z_0-9]*)"
              + "|(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
              + "|(?<parameter>@[A-Za-z_0-9]+)"
              + "|(?<string>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<symbol><=|>=|!=|<>|\\|\\||\\?\\?|[-+*/%=<>(),.\\[\\]{}:?&|^~])",
          Pattern.DOTALL);

  static List<Token> words(String query) {
    List<Token> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(query);
    int at = 0;
    while (true) {
      while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
        at++;
      }
      if (at == query.length()) {
        words.add(new Token(Token.Kind.END, "the end", at, at));
        return words;
      }
      if (!matcher.find(at) || matcher.start() != at) {
        throw new NotServed("Syntax error at " + at + ": " + query.substring(at));
      }
      words.add(word(matcher));
      at = matcher.end();
    }
  }

  private static Token word(Matcher matcher) {
    for (Token.Kind kind : Token.Kind.values()) {
      if (kind != Token.Kind.END) {
        String text = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
        if (text != null) {
          String value = kind == Token.Kind.STRING ? unquoted(text) : text;
          return new Token(kind, value, matcher.start(), matcher.end());
        }
      }
    }
    throw new IllegalStateException("A word of no kind: " + matcher.group());
  }

  private static String unquoted(String text) {
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length() - 1; i++) {
      char letter = text.charAt(i);
      if (letter != '\\') {
        value.append(letter);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> value.append('\n');
        case 't' -> value.append('\t');
        case 'r' -> value.append('\r');
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'u' -> {
          value.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
          i += 4;
        }
        default -> value.append(escaped);
      }
    }
    return value.toString();
  }

  private Lexer() {}
}
