package io.vigil.store.cosmos.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.store.cosmos.server.sql.Search;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The query language against plain Java: a random condition is written down as text and, at the
 * same time, put together as a function that answers true, false or neither.
 */
class SqlTest {
  private static final List<String> FIELDS = List.of("a", "b", "c");

  private static final int OR = 0;
  private static final int AND = 1;
  private static final int NOT = 2;

  /**
   * A condition in both forms. Neither true nor false is the empty optional.
   *
   * @param binds how tightly its outermost operator does
   */
  private record Condition(
      String text, int binds, Function<ObjectNode, Optional<Boolean>> meaning) {

    /** Its text where only what binds so tightly needs no parentheses. */
    String within(int operator) {
      return binds < operator ? "(" + text + ")" : text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Seen red with: OR that is true where one side is undefined and the other false; AND that binds
   * no tighter than OR.
   */
  @Property(tries = 2000)
  void findsWhatPlainJavaFinds(
      @ForAll("conditions") Condition condition, @ForAll("documents") ObjectNode document) {
    Search search =
        Search.of(Json.object().put("query", "SELECT * FROM c WHERE " + condition.text));
    assertThat(search.matches(document)).isEqualTo(condition.meaning.apply(document).orElse(false));
  }

  /** Values of few kinds and few sizes, so that they often meet. */
  @Provide
  Arbitrary<ObjectNode> documents() {
    Arbitrary<JsonNode> values =
        Arbitraries.of(
                List.of("null", "true", "false", "-1", "0", "1.5", "2", "\"\"", "\"a\"", "\"ä'b\""))
            .map(Json::parse);
    return Arbitraries.maps(Arbitraries.of(FIELDS), values)
        .ofMaxSize(3)
        .map(fields -> Json.object().setAll(fields));
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return conditions(4);
  }

  private Arbitrary<Condition> conditions(int depth) {
    if (depth == 0) {
      return Arbitraries.oneOf(comparisons(), defined());
    }
    Arbitrary<Condition> smaller = Arbitraries.lazy(() -> conditions(depth - 1));
    return Arbitraries.oneOf(
        comparisons(),
        defined(),
        smaller.map(SqlTest::not),
        Combinators.combine(smaller, smaller).as(SqlTest::and),
        Combinators.combine(smaller, smaller).as(SqlTest::or));
  }

  private static Arbitrary<Condition> comparisons() {
    Arbitrary<String> literals =
        Arbitraries.of("null", "true", "false", "-1", "0", "1.5", "2e0", "''", "\"a\"", "'ä\\'b'");
    return Combinators.combine(
            Arbitraries.of(FIELDS), Arbitraries.of("=", "!=", "<", "<=", ">", ">="), literals)
        .as(SqlTest::comparison);
  }

  private static Arbitrary<Condition> defined() {
    return Arbitraries.of(FIELDS)
        .map(
            field ->
                new Condition(
                    "is_defined(c[\"" + field + "\"])",
                    NOT,
                    document -> Optional.of(document.has(field))));
  }

  private static Condition not(Condition of) {
    return new Condition(
        "NOT " + of.within(NOT), NOT, document -> of.meaning.apply(document).map(truth -> !truth));
  }

  private static Condition and(Condition left, Condition right) {
    return new Condition(
        left.within(AND) + " AND " + right.within(AND),
        AND,
        document -> {
          Optional<Boolean> first = left.meaning.apply(document);
          Optional<Boolean> second = right.meaning.apply(document);
          if (first.equals(Optional.of(false)) || second.equals(Optional.of(false))) {
            return Optional.of(false);
          }
          return first.isPresent() && second.isPresent() ? Optional.of(true) : Optional.empty();
        });
  }

  /** By De Morgan, so that it is not the same code again. */
  private static Condition or(Condition left, Condition right) {
    return new Condition(
        left.within(OR) + " or " + right.within(OR), OR, not(and(not(left), not(right))).meaning);
  }

  private static Condition comparison(String field, String operator, String literal) {
    JsonNode right = Json.parse(literal.startsWith("'") ? '"' + inner(literal) + '"' : literal);
    return new Condition(
        "c." + field + " " + operator + " " + literal,
        NOT,
        document -> {
          JsonNode left = document.path(field);
          if (left.getNodeType() != right.getNodeType()) {
            return Optional.empty();
          }
          int order =
              left.isNumber()
                  ? left.decimalValue().compareTo(right.decimalValue())
                  : left.asText().compareTo(right.asText());
          return Optional.of(
              switch (operator) {
                case "=" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
              });
        });
  }

  private static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("\\'", "'");
  }
}
