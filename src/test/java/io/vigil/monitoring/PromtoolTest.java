package io.vigil.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of rules and queries. */
class PromtoolTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir Path folder;

  @BeforeEach
  void needsPromtool() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool"))),
        "There is no promtool on the PATH: what Prometheus makes of the rules cannot be looked at");
  }

  /** Seen red with: a bracket left out of a panel's query. */
  @Test
  void everyQueryCanBeComputed() throws Exception {
    ObjectNode file = YAML.createObjectNode();
    ObjectNode group = file.putArray("groups").addObject().put("name", "queries");
    ArrayNode rules = group.putArray("rules");
    int number = 0;
    for (Map.Entry<String, String> query : Monitoring.queries().entrySet()) {
      rules
          .addObject()
          .put("record", "query:number" + number++)
          .put("expr", query.getValue().replace("$namespace", "vigil"));
    }
    YAML.writeValue(folder.resolve("queries.yaml").toFile(), file);
    promtool("check", "rules", "queries.yaml");
  }

  /**
   * On a good day nobody is called; and for each rule there is a day on which somebody is. Seen red
   * with: {@code VigilDrift} at an index of 2.5.
   */
  @Test
  void rulesCallWhenTheyShouldAndOnlyThen() throws Exception {
    ObjectNode file = YAML.createObjectNode();
    file.set("groups", Monitoring.groups());
    YAML.writeValue(folder.resolve("rules.yaml").toFile(), file);
    promtool("check", "rules", "rules.yaml");
    // What a summary says depends on figures that are not the point of a day.
    file.path("groups")
        .forEach(
            group ->
                group.path("rules").forEach(rule -> ((ObjectNode) rule).remove("annotations")));
    YAML.writeValue(folder.resolve("rules.yaml").toFile(), file);
    Set<String> called = new TreeSet<>();
    for (String days : List.of("days.yaml", "weeks.yaml")) {
      try (InputStream in = PromtoolTest.class.getResourceAsStream(days)) {
        Files.copy(in, folder.resolve(days));
      }
      promtool("test", "rules", days);
      called.addAll(called(YAML.readTree(folder.resolve(days).toFile())));
    }
    assertThat(called)
        .as("rules with a day on which they call")
        .containsExactlyInAnyOrderElementsOf(
            Monitoring.rules().stream().map(rule -> rule.path("alert").asText()).toList());
  }

  private static Set<String> called(JsonNode days) {
    Set<String> called = new TreeSet<>();
    for (JsonNode day : days.path("tests")) {
      for (JsonNode test : day.path("alert_rule_test")) {
        if (!test.path("exp_alerts").isEmpty()) {
          called.add(test.path("alertname").asText());
        }
      }
    }
    return called;
  }

  private void promtool(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "promtool";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
