package io.vigil.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads a file by the table: nothing that is not in the table is let through. */
final class SettingsReader {
  private final Problems problems;
  private final Environment environment;
  private final Values values = new Values();
  private final Set<String> refused = new HashSet<>();

  private SettingsReader(Problems problems, Environment environment) {
    this.problems = problems;
    this.environment = environment;
  }

  /**
   * @param file its name, for messages
   * @throws RefusedSettings with every problem there is
   */
  static Settings read(String file, String text, UnaryOperator<String> environment) {
    Problems problems = new Problems(file);
    SettingsReader reader = new SettingsReader(problems, new Environment(environment));
    Node.Group root = NodeReader.read(text, problems);
    reader.walk(root, List.of());
    Set<String> names = reader.fillIn(root);
    problems.throwIfAny();
    Settings settings = SettingsAssembly.of(reader.values, names);
    SettingsAssembly.check(settings, root, problems);
    problems.throwIfAny();
    return settings;
  }

  private void walk(Node.Group group, List<String> above) {
    group
        .members()
        .forEach(
            (key, member) -> {
              List<String> parts = new ArrayList<>(above);
              parts.add(key);
              member(parts, member);
            });
  }

  private void member(List<String> parts, Node.Member member) {
    Optional<Setting<?>> setting = SettingsTable.ALL.stream().filter(s -> s.is(parts)).findFirst();
    String path = String.join(".", parts);
    if (parts.get(parts.size() - 1).contains(".")) {
      problems.add(
          member.line(), path + " has a dot in its key; write each part on a line of its own");
    } else if (setting.isPresent()) {
      value(setting.get(), path, member);
    } else if (SettingsTable.ALL.stream().noneMatch(s -> s.beginsWith(parts))) {
      problems.add(member.line(), path + " is not a setting" + hint(path));
    } else if (member.node() instanceof Node.Group group) {
      walk(group, parts);
    } else {
      problems.add(member.line(), path + " is a group of settings and has no value of its own");
    }
  }

  private void value(Setting<?> setting, String path, Node.Member member) {
    String written = "";
    try {
      if (member.node() instanceof Node.Group) {
        throw new RefusedValue("is a group");
      }
      boolean secret = setting.kind() instanceof SecretKind;
      if (member.node() instanceof Node.Sequence sequence) {
        if (secret) {
          written = "(secret)";
          throw new RefusedValue("is a list");
        }
        List<String> texts = texts(sequence);
        written = texts.toString();
        List<String> resolved = new ArrayList<>();
        for (String text : texts) {
          resolved.add(environment.resolve(text));
        }
        values.put(path, setting.kind().read(resolved), written);
      } else {
        String text = ((Node.Scalar) member.node()).text();
        written = secret && !Environment.isReference(text) ? "(secret)" : text;
        if (secret && !written.equals(text)) {
          throw new RefusedValue("stands in the file itself");
        }
        values.put(path, setting.kind().read(environment.resolve(text)), written);
      }
    } catch (RefusedValue e) {
      refused.add(path);
      problems.add(
          member.line(),
          "%s: '%s' %s; expected %s"
              .formatted(path, written, e.getMessage(), setting.kind().allowed()));
    }
  }

  private static List<String> texts(Node.Sequence sequence) throws RefusedValue {
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (!(item instanceof Node.Scalar scalar)) {
        throw new RefusedValue("has more than values in its list");
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  /** Adds defaults, and answers with the names of the user's choice. */
  private Set<String> fillIn(Node.Group root) {
    Set<String> names = new TreeSet<>();
    Node.Member profiles = root.members().get("profiles");
    if (profiles != null && profiles.node() instanceof Node.Group group) {
      names.addAll(group.members().keySet());
    }
    for (Setting<?> setting : SettingsTable.ALL) {
      if (setting.path().contains("*")) {
        names.forEach(name -> fillIn(setting, setting.path(name), root));
      } else {
        fillIn(setting, setting.path(), root);
      }
    }
    return names;
  }

  private void fillIn(Setting<?> setting, String path, Node.Group root) {
    if (values.has(path) || refused.contains(path)) {
      return;
    }
    if (setting.byDefault() != null) {
      values.putDefault(setting, path);
    } else if (setting.required()) {
      problems.add(root.lineOf(path), path + " is missing; expected " + setting.kind().allowed());
    }
  }

  private static String hint(String path) {
    return NearMiss.of(path)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; docs/settings.md lists them all");
  }
}
