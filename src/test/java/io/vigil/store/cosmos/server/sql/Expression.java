package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What has a value for a document, or is undefined for it. */
sealed interface Expression {

  /** A value as written. */
  record Literal(JsonNode value) implements Expression {}

  /** A value that came with the query. */
  record Parameter(String name) implements Expression {}

  /**
   * A place in the document.
   *
   * @param steps names, or numbers of elements
   */
  record Path(List<Object> steps) implements Expression {}

  record Not(Expression operand) implements Expression {}

  record Minus(Expression operand) implements Expression {}

  record And(Expression left, Expression right) implements Expression {}

  record Or(Expression left, Expression right) implements Expression {}

  /**
   * Two values against each other.
   *
   * @param operator one of = != &lt; &lt;= &gt; &gt;=
   */
  record Comparison(String operator, Expression left, Expression right) implements Expression {}

  record In(Expression operand, List<Expression> list) implements Expression {}

  /**
   * A function.
   *
   * @param name in capitals
   */
  record Call(String name, List<Expression> arguments) implements Expression {}

  record ArrayOf(List<Expression> elements) implements Expression {}

  record ObjectOf(Map<String, Expression> fields) implements Expression {}
}
