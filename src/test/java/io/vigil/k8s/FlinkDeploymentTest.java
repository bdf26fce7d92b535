package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.ClusterStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The always-on job as the operator is asked for it. */
class FlinkDeploymentTest {

  /** Seen red with: {@code v2_2}. The operator knows v2_3 from its release 1.15 on. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void versionIsThatOfTheBuild(String overlay) {
    String[] version = Pom.property("flink.version").split("\\.");
    assertThat(spec(overlay).path("flinkVersion").asText())
        .isEqualTo("v" + version[0] + "_" + version[1]);
  }

  /** Seen red with: {@code io.vigil.Mains}. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void jarAndEntryAreThoseOfTheImage(String overlay) throws Exception {
    JsonNode job = spec(overlay).path("job");
    assertThat(Class.forName(job.path("entryClass").asText()).getMethod("main", String[].class))
        .isNotNull();
    assertThat(Pom.mainClass()).isEqualTo(job.path("entryClass").asText());
    assertThat(Dockerfile.of("job").copies())
        .containsEntry(Pom.jobJar(), job.path("jarURI").asText().replace("local://", ""));
  }

  /**
   * The image is started as the tests start clusters of processes. Seen red with: {@code --fresh}
   * among the arguments; the jar copied to {@code usrlib/job.jar}; the launcher's jar copied.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void startsWhatTheTestsStart(String overlay) {
    JsonNode job = spec(overlay).path("job");
    String jar = "/opt/flink/usrlib/" + ClusterStart.IN_USRLIB;
    List<String> arguments = new ArrayList<>();
    job.path("args").forEach(argument -> arguments.add(argument.asText()));
    assertThat(arguments).isEqualTo(ClusterStart.arguments(Path.of("/etc/vigil/vigil.yaml")));
    assertThat(job.path("entryClass").asText()).isEqualTo(ClusterStart.ENTRY_CLASS);
    assertThat(job.path("jarURI").asText()).isEqualTo("local://" + jar);
    assertThat(Dockerfile.of("job").copies()).containsEntry(ClusterStart.JAR, jar);
  }

  /** Seen red with: allowNonRestoredState; upgradeMode stateless. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void upgradeLosesNothing(String overlay) {
    JsonNode job = spec(overlay).path("job");
    assertThat(job.path("upgradeMode").asText()).isEqualTo("savepoint");
    assertThat(job.path("allowNonRestoredState").asBoolean(true)).isFalse();
    Configuration flink = configuration(overlay);
    assertThat(flink.toMap())
        .containsEntry("high-availability.type", "kubernetes")
        .containsKey("high-availability.storageDir")
        .containsKey("execution.checkpointing.dir")
        .containsKey("execution.checkpointing.savepoint-dir");
  }

  /**
   * What the manifests add to {@code flink-conf/config.yaml} never says something else than it.
   * Seen red with: another interval of checkpoints in sizes.yaml.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void saysWhatTheFileSays(String overlay) {
    Map<String, String> file = Manifests.flat(FlinkConfigTest.folder().resolve("config.yaml"));
    assertThat(configuration(overlay).toMap()).containsAllEntriesOf(file);
    assertThat(spec(overlay).at("/logConfiguration/log4j-console.properties").asText())
        .isEqualTo(Manifests.read(FlinkConfigTest.folder().resolve("log4j-console.properties")));
  }

  /** Seen red with: {@code job.autoscaler.stabilisation.interval}. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everySettingIsUnderstood(String overlay) {
    Configuration flink = configuration(overlay);
    // No class that can be had knows these: the operator itself, and Hadoop in Flink's plugin.
    flink.keySet().stream()
        .filter(key -> key.startsWith("kubernetes.operator.") || key.startsWith("fs.azure."))
        .toList()
        .forEach(flink::removeKey);
    FlinkConfigTest.assertUnderstood(flink);
    assertThat(Integer.parseInt(flink.toMap().get("job.autoscaler.vertex.max-parallelism")))
        .isLessThanOrEqualTo(Integer.parseInt(flink.toMap().get("pipeline.max-parallelism")));
  }

  private static JsonNode spec(String overlay) {
    return Manifests.of(overlay).one("FlinkDeployment").path("spec");
  }

  private static Configuration configuration(String overlay) {
    Configuration flink = new Configuration();
    spec(overlay)
        .path("flinkConfiguration")
        .properties()
        .forEach(entry -> flink.setString(entry.getKey(), entry.getValue().asText()));
    return flink;
  }
}
