package io.vigil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigil.alert.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** Rules, told to people and machines. */
final class RulesText {
  private static final String ROW = "%-10s  %-20s  %-9s  %s";

  /** What a set of rules is, in a line. */
  static String line(RuleSet rules) {
    String whose =
        rules.participants().isEmpty()
            ? "nobody has rules of their own"
            : "own rules for " + String.join(", ", rules.participants());
    return Harmless.line("version %d, %.12s; %s".formatted(rules.version(), rules.sha256(), whose));
  }

  /** A set of rules with its text. */
  static String json(RuleSet rules) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", rules.version())
            .put("sha256", rules.sha256());
    ArrayNode participants = json.putArray("participants");
    rules.participants().forEach(participants::add);
    return json.put("rules", rules.text()).toString();
  }

  /** What was published, a line each, and what is in force. */
  static List<String> lines(RuleShelf shelf) {
    List<String> lines = new ArrayList<>();
    if (!shelf.published().isEmpty()) {
      lines.add(ROW.formatted("VERSION", "PUBLISHED", "VERDICT", "BY"));
    }
    for (ShelvedRules one : shelf.published()) {
      String row =
          ROW.formatted(
              one.version() == 0 ? "?" : one.version(),
              Moments.text(one.message().time()),
              one.verdict(),
              one.message().actor().isEmpty() ? "-" : one.message().actor());
      lines.add(row + (one.refused() ? ": " + firstLine(one.reason()) : ""));
    }
    lines.add(
        "In force: version %d%s"
            .formatted(
                shelf.inForce().version(),
                shelf.inForce() == shelf.first() ? ", those that the job begins with" : ""));
    return lines;
  }

  private static String firstLine(String reason) {
    return reason.lines().findFirst().orElse("");
  }

  /** What was published, as an array. */
  static String json(RuleShelf shelf) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    int inForce = shelf.inForce().version();
    for (ShelvedRules one : shelf.published()) {
      all.addObject()
          .put("id", one.message().id())
          .put("version", one.version())
          .put("time", Moments.exact(one.message().time()))
          .put("actor", one.message().actor())
          .put("verdict", one.verdict())
          .put("reason", one.reason())
          .put("inForce", one.followed() && one.version() == inForce);
    }
    return all.toString();
  }

  private RulesText() {}
}
