package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.cli.LocalConfiguration;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.metrics.reporter.MetricReporterFactory;
import org.junit.jupiter.api.Test;

/** {@code flink-conf/} says only what Flink understands. */
class FlinkConfigTest {
  private static final String REPORTER = "metrics.reporter.prom.";

  /**
   * A mistyped key is silently ignored by Flink. Seen red with: {@code
   * execution.checkpointing.minpause}; the deprecated {@code state.backend.incremental}.
   */
  @Test
  void everyKeyIsOneOfFlinkAndHasAValueOfItsKind() {
    Configuration cluster = GlobalConfiguration.loadConfiguration(folder().toString());
    assertThat(cluster.keySet()).hasSizeGreaterThan(20);
    assertUnderstood(cluster);
    assertUnderstood(LocalConfiguration.in(folder()));
  }

  /** Seen red with: the factory's name without its last letter. */
  @Test
  void reporterExists() throws Exception {
    Configuration cluster = GlobalConfiguration.loadConfiguration(folder().toString());
    String factory = cluster.toMap().get(REPORTER + "factory.class");
    assertThat(Class.forName(factory).getDeclaredConstructor().newInstance())
        .isInstanceOf(MetricReporterFactory.class);
  }

  /** What local.yaml says again, it says because it is different. Seen red with: a line of both. */
  @Test
  void localFileHoldsOnlyWhatIsDifferent() {
    Map<String, String> cluster =
        GlobalConfiguration.loadConfiguration(folder().toString()).toMap();
    Map<String, String> same = new TreeMap<>(Manifests.flat(folder().resolve("local.yaml")));
    same.entrySet().removeIf(entry -> !entry.getValue().equals(cluster.get(entry.getKey())));
    assertThat(same).isEmpty();
  }

  static void assertUnderstood(Configuration configuration) {
    for (String key : configuration.keySet()) {
      if (!key.startsWith(REPORTER)) {
        ConfigOption<?> option = FlinkOptions.current(key);
        assertThat(option).as("setting " + key).isNotNull();
        assertThat(configuration.getOptional(option)).as(key).isPresent();
      }
    }
  }

  static Path folder() {
    return Manifests.HOME.resolve("flink-conf");
  }
}
