package io.vigil.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML into nodes that still know their lines. */
final class NodeReader {
  private final JsonParser yaml;
  private final Problems problems;

  private NodeReader(JsonParser yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** The file's one group; empty where the file is, or where it is no YAML. */
  static Node.Group read(String text, Problems problems) {
    Node.Group nothing = new Node.Group(1, new LinkedHashMap<>());
    try (JsonParser yaml = new YAMLFactory().createParser(text)) {
      if (yaml.nextToken() == null || yaml.currentToken() == JsonToken.VALUE_NULL) {
        return nothing;
      }
      Node node = new NodeReader(yaml, problems).node();
      if (yaml.nextToken() != null) {
        problems.add(line(yaml), "a second document; expected one only");
      }
      if (node instanceof Node.Group group) {
        return group;
      }
      problems.add(node.line(), "expected settings such as 'time:', not a value");
      return nothing;
    } catch (JsonProcessingException e) {
      notYaml(e, problems);
      return nothing;
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory can be read", e);
    }
  }

  private static void notYaml(JsonProcessingException failure, Problems problems) {
    if (failure.getCause() instanceof MarkedYAMLException marked
        && marked.getProblemMark() != null) {
      int line = marked.getProblemMark().getLine() + 1;
      problems.add(line, "this is not YAML: " + marked.getProblem());
    } else {
      problems.add(1, "this is not YAML: " + failure.getOriginalMessage());
    }
  }

  private Node node() throws IOException {
    return switch (yaml.currentToken()) {
      case START_OBJECT -> group();
      case START_ARRAY -> sequence();
      case VALUE_NULL -> new Node.Scalar(line(yaml), "");
      default -> new Node.Scalar(line(yaml), yaml.getText());
    };
  }

  private Node.Group group() throws IOException {
    int start = line(yaml);
    LinkedHashMap<String, Node.Member> members = new LinkedHashMap<>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String key = yaml.currentName();
      int line = line(yaml);
      yaml.nextToken();
      Node.Member before = members.putIfAbsent(key, new Node.Member(line, node()));
      if (before != null) {
        problems.add(line, key + " is here a second time; the first is on line " + before.line());
      }
    }
    return new Node.Group(start, members);
  }

  private Node.Sequence sequence() throws IOException {
    int start = line(yaml);
    List<Node> items = new ArrayList<>();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Node.Sequence(start, items);
  }

  private static int line(JsonParser yaml) {
    return yaml.currentTokenLocation().getLineNr();
  }
}
