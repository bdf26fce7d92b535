package io.vigil.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query asks Prometheus for: not what it computes of it, and not whether it can be computed.
 *
 * @param selectors of series
 * @param grouping labels that series are put together by
 */
public record PromQl(List<Selector> selectors, Set<String> grouping) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|[a-zA-Z_:][a-zA-Z0-9_:]*|[0-9][0-9a-zA-Z.]*|=~|!~|!=|>=|<=|==|\\S");
  private static final Set<String> LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

  /**
   * Series of one metric.
   *
   * @param metric its name
   * @param labels each with the regular expression that its value must match
   */
  public record Selector(String metric, Map<String, Pattern> labels) {}

  /** Reads a query. */
  public static PromQl of(String query) {
    List<String> tokens = new ArrayList<>();
    Matcher all = TOKEN.matcher(query);
    while (all.find()) {
      tokens.add(all.group());
    }
    List<Selector> selectors = new ArrayList<>();
    Set<String> grouping = new LinkedHashSet<>();
    int at = 0;
    while (at < tokens.size()) {
      String token = tokens.get(at);
      String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
      at++;
      if (token.equals("[")) {
        at = tokens.subList(at, tokens.size()).indexOf("]") + at + 1;
      } else if (LISTS.contains(token)) {
        int end = tokens.subList(at, tokens.size()).indexOf(")") + at;
        tokens.subList(at + 1, end).stream()
            .filter(label -> !label.equals(","))
            .forEach(grouping::add);
        at = end + 1;
      } else if (Character.isLetter(token.charAt(0))
          && !WORDS.contains(token)
          && !next.equals("(")
          && !LISTS.contains(next)) {
        Map<String, Pattern> labels = new LinkedHashMap<>();
        if (next.equals("{")) {
          at++;
          while (!tokens.get(at).equals("}")) {
            if (tokens.get(at).equals(",")) {
              at++;
              continue;
            }
            String value = tokens.get(at + 2);
            value = value.substring(1, value.length() - 1);
            labels.put(tokens.get(at), pattern(tokens.get(at + 1), value));
            at += 3;
          }
          at++;
        }
        selectors.add(new Selector(token, labels));
      }
    }
    return new PromQl(selectors, grouping);
  }

  private static Pattern pattern(String operator, String value) {
    return switch (operator) {
      case "=" -> Pattern.compile(Pattern.quote(value));
      case "=~" -> Pattern.compile(value);
      default -> throw new IllegalArgumentException("Not expected: " + operator);
    };
  }
}
