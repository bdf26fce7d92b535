package io.vigil.store.cosmos.server.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Understands expressions, the loosest operator first: OR, AND, NOT, comparisons, values. */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
  private static final Map<String, JsonNode> CONSTANTS =
      Map.of(
          "TRUE", BooleanNode.TRUE,
          "FALSE", BooleanNode.FALSE,
          "NULL", NullNode.instance,
          "UNDEFINED", MissingNode.getInstance());

  private final Words words;
  private final Set<String> roots = new LinkedHashSet<>();

  ExpressionParser(Words words) {
    this.words = words;
  }

  /** Refuses paths that begin with another name than the source's. */
  void expectOnly(String alias) {
    roots.stream()
        .filter(root -> !root.equals(alias))
        .findFirst()
        .ifPresent(
            root -> {
              throw new NotServed("Identifier '" + root + "' could not be resolved");
            });
  }

  Expression whole() {
    Expression left = conjunction();
    while (words.take("OR")) {
      left = new Expression.Or(left, conjunction());
    }
    return left;
  }

  private Expression conjunction() {
    Expression left = negation();
    while (words.take("AND")) {
      left = new Expression.And(left, negation());
    }
    return left;
  }

  private Expression negation() {
    return words.take("NOT") ? new Expression.Not(negation()) : comparison();
  }

  private Expression comparison() {
    Expression left = simple();
    if (words.take("IN")) {
      return new Expression.In(left, list("(", ")"));
    }
    if (words.sees("NOT") && words.peek(1).is("IN")) {
      words.take();
      words.take();
      return new Expression.Not(new Expression.In(left, list("(", ")")));
    }
    if (words.take("BETWEEN")) {
      Expression low = simple();
      words.expect("AND");
      return new Expression.And(
          new Expression.Comparison(">=", left, low),
          new Expression.Comparison("<=", left, simple()));
    }
    if (words.peek().kind() == Token.Kind.SYMBOL && COMPARISONS.contains(words.peek().text())) {
      String operator = words.take().text().replace("<>", "!=");
      return new Expression.Comparison(operator, left, simple());
    }
    return left;
  }

  /** A value without operators around it. */
  Expression simple() {
    Token word = words.peek();
    return switch (word.kind()) {
      case STRING -> new Expression.Literal(TextNode.valueOf(words.take().text()));
      case NUMBER -> new Expression.Literal(number(words.take().text()));
      case PARAMETER -> new Expression.Parameter(words.take().text());
      case NAME -> named();
      case SYMBOL -> symbol();
      case END -> throw words.unexpected("a value");
    };
  }

  private Expression symbol() {
    if (words.take("-")) {
      return new Expression.Minus(simple());
    }
    if (words.sees("[")) {
      return new Expression.ArrayOf(list("[", "]"));
    }
    if (words.sees("{")) {
      return object();
    }
    words.expect("(");
    Expression inside = whole();
    words.expect(")");
    return inside;
  }

  private Expression named() {
    String name = words.take().text();
    String capitals = name.toUpperCase(Locale.ROOT);
    if (words.sees("(")) {
      return new Expression.Call(Functions.served(capitals), list("(", ")"));
    }
    if (CONSTANTS.containsKey(capitals)) {
      return new Expression.Literal(CONSTANTS.get(capitals));
    }
    roots.add(name);
    return new Expression.Path(steps());
  }

  private List<Object> steps() {
    List<Object> steps = new ArrayList<>();
    while (true) {
      if (words.take(".")) {
        steps.add(words.name());
      } else if (words.take("[")) {
        Token step = words.take();
        steps.add(
            switch (step.kind()) {
              case STRING -> step.text();
              case NUMBER -> Integer.valueOf(step.text());
              default -> throw new NotServed("[" + step.text() + "] is not served here");
            });
        words.expect("]");
      } else {
        return steps;
      }
    }
  }

  private List<Expression> list(String open, String close) {
    words.expect(open);
    List<Expression> elements = new ArrayList<>();
    if (words.take(close)) {
      return elements;
    }
    do {
      elements.add(whole());
    } while (words.take(","));
    words.expect(close);
    return elements;
  }

  private Expression object() {
    words.expect("{");
    Map<String, Expression> fields = new LinkedHashMap<>();
    if (words.take("}")) {
      return new Expression.ObjectOf(fields);
    }
    do {
      String name = words.take().text();
      words.expect(":");
      fields.put(name, whole());
    } while (words.take(","));
    words.expect("}");
    return new Expression.ObjectOf(fields);
  }

  private static JsonNode number(String text) {
    return text.matches("[0-9]{1,18}")
        ? LongNode.valueOf(Long.parseLong(text))
        : DoubleNode.valueOf(Double.parseDouble(text));
  }
}
