package io.vigil.store.cosmos.server.sql;

import java.util.List;

/** The words of a query, read one after the other. */
final class Words {
  private final String source;
  private final List<Token> words;
  private int next;

  Words(String source) {
    this.source = source;
    this.words = Lexer.words(source);
  }

  Token peek() {
    return words.get(next);
  }

  /** The word so many behind the next one. */
  Token peek(int ahead) {
    return words.get(Math.min(next + ahead, words.size() - 1));
  }

  Token take() {
    Token token = words.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  boolean sees(String word) {
    return peek().is(word);
  }

  boolean take(String word) {
    boolean there = sees(word);
    if (there) {
      next++;
    }
    return there;
  }

  void expect(String word) {
    if (!take(word)) {
      throw unexpected(word);
    }
  }

  String name() {
    if (peek().kind() != Token.Kind.NAME) {
      throw unexpected("a name");
    }
    return take().text();
  }

  void expectEnd() {
    if (peek().kind() != Token.Kind.END) {
      throw unexpected("the end");
    }
  }

  /** Where the next word begins in the query. */
  int start() {
    return peek().start();
  }

  /** What was written from there up to the word that was taken last. */
  String since(int start) {
    return source.substring(start, words.get(next - 1).end());
  }

  NotServed unexpected(String expected) {
    return new NotServed(
        "'" + peek().text() + "' at " + start() + " where " + expected + " was due is not served");
  }
}
