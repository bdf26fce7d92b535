package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Flink's settings have one place, {@code flink-conf/}: those of Kubernetes are made from it. */
class FlinkConfigurationPatchTest {
  private static final Path PATCH = Manifests.HOME.resolve("k8s/base/flink-configuration.yaml");

  /** Seen red with: an interval changed in config.yaml alone. */
  @Test
  void patchIsThatOfTheFile() throws IOException {
    if (Boolean.getBoolean("vigil.regenerate")) {
      Files.writeString(PATCH, patch());
    }
    assertThat(Files.readString(PATCH))
        .as(
            "%s is stale; run: ./mvnw test -Dtest=FlinkConfigurationPatchTest -Dvigil.regenerate=true",
            Manifests.HOME.relativize(PATCH))
        .isEqualTo(patch());
  }

  private static String patch() {
    StringBuilder patch =
        new StringBuilder(
            """
            # Made from flink-conf/config.yaml, where each line has its reason, and flink-conf/jvm-options. To make it anew:
            # ./mvnw test -Dtest=FlinkConfigurationPatchTest -Dvigil.regenerate=true
            apiVersion: flink.apache.org/v1beta1
            kind: FlinkDeployment
            metadata:
              name: vigil
            spec:
              flinkConfiguration:
            """);
    append(patch, "env.java.opts.all", javaOptions());
    Manifests.flat(FlinkConfigTest.folder().resolve("config.yaml"))
        .forEach((key, value) -> append(patch, key, value));
    return patch.toString();
  }

  private static void append(StringBuilder patch, String key, String value) {
    patch.append("    ").append(key).append(": ").append(TextNode.valueOf(value)).append('\n');
  }

  /** What the launcher has too, and where the image keeps the model that comes with Vigil. */
  private static String javaOptions() {
    return Manifests.read(FlinkConfigTest.folder().resolve("jvm-options"))
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .collect(Collectors.joining(" ", "", " -Dvigil.home=/opt/vigil"));
  }
}
