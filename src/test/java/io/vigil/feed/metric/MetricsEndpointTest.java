package io.vigil.feed.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.metric.FeedMetric;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {

  /** What Prometheus asks for first, where native histograms are switched on. */
  private static final String BINARY =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  /** Seen red with: the form of Protocol Buffers left out of the build. */
  @Test
  void saysWhatIsSoNow() throws Exception {
    FeedMetrics metrics = new FeedMetrics();
    metrics.counter(FeedMetric.HOOK_ANSWERS).labelValues("night", "DEAD").inc(3);
    metrics.counter(FeedMetric.AUDIT_WRITTEN, () -> 7);
    metrics.gauge(FeedMetric.STORE_READ_AGE, values -> values.is(Double.POSITIVE_INFINITY, "a"));
    metrics.seconds(FeedMetric.REQUESTS).labelValues("GET /", "200").observe(0.3);
    try (MetricsEndpoint endpoint = MetricsEndpoint.start(metrics, "127.0.0.1", 0)) {
      HttpResponse<String> answer = ask(endpoint, "application/openmetrics-text;version=1.0.0");
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("text");
      assertThat(answer.body())
          .contains("vigil_feed_hook_answers_total{hook=\"night\",verdict=\"DEAD\"} 3")
          .contains("vigil_feed_audit_entries_written_total 7")
          .contains("vigil_feed_store_read_age_seconds{container=\"a\"} +Inf")
          .contains(
              "vigil_feed_request_seconds_bucket{route=\"GET /\",status=\"200\",le=\"0.5\"} 1");
      assertThat(ask(endpoint, BINARY).body()).contains("vigil_feed_hook_answers");
    }
  }

  private static HttpResponse<String> ask(MetricsEndpoint endpoint, String accept)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/metrics"))
            .header("Accept", accept)
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
