package io.vigil.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.metric.FeedMetric;
import io.vigil.metric.FlinkMetric;
import io.vigil.metric.JobMetric;
import io.vigil.metric.Kind;
import io.vigil.metric.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards, alert rules and the runbook belong together. */
class MonitoringFilesTest {

  /** Seen red with: {@code samplesLates} in a rule. */
  @Test
  void everyMetricIsInATable() {
    Set<String> known =
        Stream.<Named[]>of(JobMetric.values(), FlinkMetric.values(), FeedMetric.values())
            .flatMap(Stream::of)
            .flatMap(MonitoringFilesTest::names)
            .collect(Collectors.toSet());
    Monitoring.queries()
        .forEach(
            (place, query) ->
                assertThat(PromQl.of(query).selectors())
                    .as(place)
                    .isNotEmpty()
                    .allSatisfy(selector -> assertThat(known).contains(selector.metric())));
  }

  private static Stream<String> names(Named metric) {
    return metric.kind() == Kind.HISTOGRAM
        ? Stream.of("", "_count", "_sum", "_bucket").map(end -> metric.prometheus() + end)
        : Stream.of(metric.prometheus());
  }

  /** Of a table nobody looks at, half is wrong. Seen red with: a metric that nobody draws. */
  @Test
  void everyMetricOfFlinkIsAskedFor() {
    Set<String> asked =
        Monitoring.queries().values().stream()
            .flatMap(query -> PromQl.of(query).selectors().stream())
            .map(PromQl.Selector::metric)
            .collect(Collectors.toSet());
    assertThat(asked).containsAll(Stream.of(FlinkMetric.values()).map(Named::prometheus).toList());
  }

  /** Seen red with: a rule renamed, which its section was not. */
  @Test
  void everyRuleHasItsSectionInTheRunbook() throws IOException {
    String runbook = Files.readString(Monitoring.HOME.resolve("docs/operations.md"));
    List<String> sections =
        Pattern.compile("(?m)^### (Vigil\\w+)$")
            .matcher(runbook)
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    List<String> rules =
        Monitoring.rules().stream().map(rule -> rule.path("alert").asText()).toList();
    assertThat(sections).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rules);
    for (JsonNode rule : Monitoring.rules()) {
      String name = rule.path("alert").asText();
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
      assertThat(rule.at("/annotations/summary").asText()).as(name).endsWith(".");
      assertThat(rule.at("/annotations/runbook_url").asText())
          .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
    }
  }

  /** Every rule is of one namespace: what happens in dev calls nobody about prod. */
  @Test
  void everyRuleIsOfItsNamespace() {
    for (JsonNode rule : Monitoring.rules()) {
      assertThat(PromQl.of(rule.path("expr").asText()).grouping())
          .as(rule.path("alert").asText())
          .contains("namespace");
    }
  }

  @Test
  void dashboardsAreTheFiveAndPanelsSayWhatTheyShow() throws IOException {
    String kustomization =
        Files.readString(Monitoring.HOME.resolve("k8s/monitoring/kustomization.yaml"));
    Set<String> ids = new TreeSet<>();
    Monitoring.dashboards()
        .forEach(
            (file, board) -> {
              assertThat(kustomization).contains("dashboards/" + file);
              assertThat(ids.add(board.path("uid").asText())).as(file).isTrue();
              for (JsonNode panel : board.path("panels")) {
                assertThat(panel.path("title").asText()).as(file).isNotEmpty();
                for (JsonNode target : panel.path("targets")) {
                  assertThat(target.path("expr").asText())
                      .as(file)
                      .contains("namespace=\"$namespace\"");
                }
              }
            });
    assertThat(ids).hasSize(5);
  }
}
