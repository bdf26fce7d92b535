package io.vigil.store.cosmos.server.sql;

/**
 * A word of a query.
 *
 * @param text of a string its value, of everything else as written
 * @param start where it begins in the query
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    NAME,
    STRING,
    NUMBER,
    PARAMETER,
    SYMBOL,
    END
  }

  /** Whether it is this keyword or symbol; keywords in any case. */
  boolean is(String word) {
    return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }
}
