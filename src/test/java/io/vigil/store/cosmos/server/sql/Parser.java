package io.vigil.store.cosmos.server.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands a query: its clauses. What they are made of is for {@link ExpressionParser}. */
public final class Parser {
  private final Words words;
  private final ExpressionParser expressions;

  private Parser(String source) {
    words = new Words(source);
    expressions = new ExpressionParser(words);
  }

  /**
   * Understands a query.
   *
   * @throws NotServed if it is wrong or more than is served
   */
  public static Query parse(String source) {
    return new Parser(source).query();
  }

  private Query query() {
    words.expect("SELECT");
    Optional<Expression> top = amount("TOP");
    Query.Selection selection = selection();
    words.expect("FROM");
    String alias = alias();
    Optional<Expression> where = Optional.empty();
    String whereText = "";
    if (words.take("WHERE")) {
      int start = words.start();
      where = Optional.of(expressions.whole());
      whereText = words.since(start);
    }
    List<Query.Order> orders = orders();
    Optional<Expression> offset = amount("OFFSET");
    Optional<Expression> limit = amount("LIMIT");
    words.expectEnd();
    expressions.expectOnly(alias);
    return new Query(selection, top, alias, where, whereText, orders, offset, limit);
  }

  private Optional<Expression> amount(String clause) {
    return words.take(clause) ? Optional.of(expressions.simple()) : Optional.empty();
  }

  private Query.Selection selection() {
    int start = words.start();
    if (words.take("*")) {
      return new Query.Selection(new Expression.Path(List.of()), "*", false, List.of());
    }
    if (words.take("VALUE")) {
      int behind = words.start();
      Expression value = expressions.whole();
      return new Query.Selection(value, words.since(behind), true, List.of());
    }
    Map<String, Expression> object = new LinkedHashMap<>();
    List<Query.Field> fields = new ArrayList<>();
    do {
      int at = words.start();
      Expression value = expressions.whole();
      String text = words.since(at);
      String name =
          words.take("AS") ? words.name() : nameOf(value).orElse("$" + (fields.size() + 1));
      object.put(name, value);
      fields.add(new Query.Field(name, text));
    } while (words.take(","));
    return new Query.Selection(new Expression.ObjectOf(object), words.since(start), false, fields);
  }

  private static Optional<String> nameOf(Expression value) {
    if (value instanceof Expression.Path path
        && !path.steps().isEmpty()
        && path.steps().get(path.steps().size() - 1) instanceof String name) {
      return Optional.of(name);
    }
    return Optional.empty();
  }

  /** {@code c}, {@code root r} or {@code root AS r}. */
  private String alias() {
    String name = words.name();
    boolean clause =
        words.sees("WHERE") || words.sees("ORDER") || words.sees("OFFSET") || words.sees("LIMIT");
    if (words.take("AS")) {
      return words.name();
    }
    for (String unserved : List.of("JOIN", "IN", "GROUP")) {
      if (words.sees(unserved)) {
        throw new NotServed(unserved + " is not served here");
      }
    }
    return !clause && words.peek().kind() == Token.Kind.NAME ? words.name() : name;
  }

  private List<Query.Order> orders() {
    List<Query.Order> orders = new ArrayList<>();
    if (words.take("ORDER")) {
      words.expect("BY");
      do {
        int start = words.start();
        Expression value = expressions.whole();
        String text = words.since(start);
        boolean descending = words.take("DESC");
        if (!descending) {
          words.take("ASC");
        }
        orders.add(new Query.Order(value, text, descending));
      } while (words.take(","));
    }
    return orders;
  }
}
