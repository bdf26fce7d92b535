package io.vigil.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Rules as they travel: {@code {"id", "actor", "time", "rules": "version: 7..."}}. */
public final class RuleMessages {
  /** The longest {@code rules.yaml}, in characters. */
  public static final int LONGEST_RULES = 1 << 20;

  /** Writes one message. */
  public static String write(NewRules rules) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", rules.id())
        .put("actor", rules.actor())
        .put("time", Instant.EPOCH.plus(rules.time(), ChronoUnit.MICROS).toString())
        .put("rules", rules.text())
        .toString();
  }

  /**
   * Reads one message; whether the rules are good is for {@link RuleSet#read} to say.
   *
   * @throws IllegalArgumentException where it is none, with what was seen and what was expected
   */
  public static NewRules read(byte[] message) {
    AskedFields fields = AskedFields.of(message, 6 * LONGEST_RULES);
    return new NewRules(
        fields.id("id"),
        fields.optional("actor", 200),
        fields.time("time"),
        fields.required("rules", LONGEST_RULES));
  }

  private RuleMessages() {}
}
