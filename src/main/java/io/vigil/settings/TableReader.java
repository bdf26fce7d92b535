package io.vigil.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads a file by a table: nothing that is not in the table is let through. */
final class TableReader {
  private final Table table;
  private final Problems problems;
  private final Environment environment;
  private final Values values = new Values();
  private final Set<String> refused = new HashSet<>();

  private TableReader(Table table, Problems problems, Environment environment) {
    this.table = table;
    this.problems = problems;
    this.environment = environment;
  }

  static Reading read(Table table, String file, String text, UnaryOperator<String> environment) {
    Problems problems = new Problems(file);
    TableReader reader = new TableReader(table, problems, new Environment(environment));
    Node.Group root = NodeReader.read(text, problems);
    reader.walk(root, List.of());
    Set<String> names = reader.fillIn(root);
    problems.throwIfAny();
    return new Reading(reader.values, names, root, problems);
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
    Optional<Setting<?>> setting = table.settings().stream().filter(s -> s.is(parts)).findFirst();
    String path = String.join(".", parts);
    if (setting.isPresent()) {
      value(setting.get(), path, member);
    } else if (table.settings().stream().noneMatch(s -> s.beginsWith(parts))) {
      problems.add(
          member.line(),
          parts.get(parts.size() - 1).contains(".")
              ? path + " has a dot in its key; write each part on a line of its own"
              : path + " is not a " + table.word() + hint(path));
    } else if (member.node() instanceof Node.Group group) {
      walk(group, parts);
    } else {
      problems.add(
          member.line(),
          "%s is a group of %ss and has no value of its own".formatted(path, table.word()));
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
    Set<String> all = new TreeSet<>();
    for (Setting<?> setting : table.settings()) {
      if (setting.namedGroup().isEmpty()) {
        fillIn(setting, setting.path(), root);
      } else {
        Set<String> names = root.keysUnder(setting.namedGroup());
        names.forEach(name -> fillIn(setting, setting.path(name), root));
        all.addAll(names);
      }
    }
    return all;
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

  private String hint(String path) {
    return NearMiss.of(path, table.settings())
        .map(near -> "; did you mean " + near + "?")
        .orElse("; " + table.page() + " lists them all");
  }
}
