package io.vigil.cli;

import io.vigil.alert.NewRules;
import io.vigil.alert.RuleMessages;
import io.vigil.alert.RuleSet;
import io.vigil.settings.RefusedSettings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules as text, on their way to the job. */
final class RuleFile {
  private static final Pattern VERSION = Pattern.compile("(?m)^(version\\s*:\\s*)(\\d+)");

  /**
   * Reads and checks a file.
   *
   * @throws CommandFailed with every problem there is, each with its line and path
   */
  static RuleSet read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandFailed(file + " is a directory, expected a file of rules", null);
    }
    try {
      return RuleSet.read(file.toString(), Files.readString(file));
    } catch (RefusedSettings e) {
      throw new CommandFailed(e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new CommandFailed(file + " is no text in UTF-8, expected a file of rules", e);
    }
  }

  /**
   * The same rules with another version: nothing but the number in its line is changed.
   *
   * @throws CommandFailed where the text has no such line
   */
  static RuleSet withVersion(RuleSet rules, int version) {
    Matcher line = VERSION.matcher(rules.text());
    if (line.find()) {
      String text =
          rules.text().substring(0, line.start(2)) + version + rules.text().substring(line.end(2));
      RuleSet raised = RuleSet.read("rules.yaml", text);
      if (raised.version() == version) {
        return raised;
      }
    }
    throw new CommandFailed(
        "The rules of version %d have no line `version: %d` of their own; expected one, to change its number. Write a file and publish that"
            .formatted(rules.version(), rules.version()),
        null);
  }

  /**
   * The message that asks for rules. Its id follows from them, so that they are asked for once.
   *
   * @throws UsageException where the job would not take it for one
   */
  static NewRules message(RuleSet rules, String actor, long now) {
    NewRules message = new NewRules(id(rules), actor, now, rules.text());
    try {
      return RuleMessages.read(RuleMessages.write(message).getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new UsageException("These rules cannot be sent: " + e.getMessage());
    }
  }

  private static String id(RuleSet rules) {
    return "rules-%d-%.8s".formatted(rules.version(), rules.sha256());
  }

  private RuleFile() {}
}
