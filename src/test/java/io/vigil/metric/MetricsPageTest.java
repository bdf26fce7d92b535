package io.vigil.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("vigil.home", "."), "docs", "metrics.md");

  /** Seen red with: a metric that the page does not have. */
  @Test
  void pageIsThatOfTheTables() throws IOException {
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PAGE, MetricsPage.markdown());
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/metrics.md is stale; run:"
                + " ./mvnw test -Dtest=MetricsPageTest -Dvigil.regenerate=true")
        .isEqualTo(MetricsPage.markdown());
  }

  /** One name, one meaning. Seen red with: two metrics titled {@code windows}. */
  @Test
  void noTwoHaveOneName() {
    assertThat(
            Stream.of(JobMetric.values(), FlinkMetric.values(), FeedMetric.values())
                .flatMap(Stream::of)
                .map(Named::prometheus))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-zA-Z0-9_]*"));
  }
}
