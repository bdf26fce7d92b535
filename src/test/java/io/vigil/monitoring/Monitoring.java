package io.vigil.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dashboards and alert rules in {@code k8s/monitoring}. */
public final class Monitoring {
  static final Path HOME = Path.of(System.getProperty("vigil.home", "")).toAbsolutePath();
  private static final Path FOLDER = HOME.resolve("k8s/monitoring");

  /** The groups of rules, as Prometheus itself reads them. */
  static JsonNode groups() {
    try {
      return new YAMLMapper().readTree(FOLDER.resolve("rules.yaml").toFile()).at("/spec/groups");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> rules() {
    List<JsonNode> rules = new ArrayList<>();
    groups().forEach(group -> group.path("rules").forEach(rules::add));
    return rules;
  }

  /** Dashboards by the names of their files. */
  static Map<String, JsonNode> dashboards() {
    Map<String, JsonNode> dashboards = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
      for (Path file : files.toList()) {
        dashboards.put(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return dashboards;
  }

  /** Every query, by where it stands. */
  public static Map<String, String> queries() {
    Map<String, String> queries = new TreeMap<>();
    rules().forEach(rule -> queries.put(rule.path("alert").asText(), rule.path("expr").asText()));
    dashboards()
        .forEach(
            (file, board) -> {
              for (JsonNode panel : board.path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                  queries.put(
                      "%s, %s, %s"
                          .formatted(
                              file, panel.path("title").asText(), target.path("refId").asText()),
                      target.path("expr").asText());
                }
              }
            });
    return queries;
  }

  private Monitoring() {}
}
