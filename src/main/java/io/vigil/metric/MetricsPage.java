package io.vigil.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The reference page of all metrics, made from the tables so that it cannot be wrong. */
final class MetricsPage {
  private MetricsPage() {}

  static String markdown() {
    return """
            # Metrics

            What can be counted of a running Vigil, as Prometheus knows it. Names and labels are a contract: the dashboards
            and alert rules in `k8s/monitoring/` are made of them, and a test scrapes a running job and a running feed for
            each that these ask for. What each rule means and what to do is in the [runbook](operations.md).

            This page is made from the code.

            ## The job

            Every process of the job is asked at port 9249 (`metrics.reporter.prom.port` in `flink-conf/config.yaml`). Each
            series has the labels `job_name`, `task_name`, `operator_name`, `subtask_index`, `tm_id` besides its own: sum over
            them. Flink shows a counter as a gauge, and a histogram as quantiles (label `quantile`: 0.5 to 0.999) of the newest
            2,000 values of each task, with `_count`; of several tasks, take the largest. All begin anew at 0 when a task restarts.

            """
        + rows(JobMetric.values())
        + """

            ## What Flink counts itself

            As far as dashboards and rules ask for it; [Flink's own page](https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/metrics/) has the others.

            """
        + rows(FlinkMetric.values())
        + """

            ## The feed

            `vigil feed` is asked at `/metrics` on the port `feed.metricsPort`, which is not the one that people look in by.

            """
        + rows(FeedMetric.values());
  }

  private static String rows(Named... metrics) {
    return Arrays.stream(metrics)
        .map(
            metric ->
                "| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                        metric.prometheus(),
                        metric.kind().title(),
                        metric.unit(),
                        labels(metric.labels()),
                        metric.comment()))
        .collect(
            Collectors.joining(
                "",
                "| metric | kind | unit | labels | what it says |\n| --- | --- | --- | --- | --- |\n",
                ""));
  }

  private static String labels(List<String> labels) {
    return labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
  }
}
