package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images are made from what the build leaves, on the Flink that it was built for. */
class DockerfileTest {
  private static final Pattern FLINK =
      Pattern.compile("flink(?:-azure-fs-hadoop-|:)([0-9.]+[0-9])");

  /** Seen red with: flink:2.2.1; the plugin's version left behind. */
  @ParameterizedTest
  @ValueSource(strings = {"job", "feed"})
  void flinkIsThatOfTheBuild(String image) {
    Matcher version = FLINK.matcher(Dockerfile.of(image).text());
    int found = 0;
    while (version.find()) {
      assertThat(version.group(1)).isEqualTo(Pom.property("flink.version"));
      found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(2);
    for (String from : Dockerfile.of(image).froms()) {
      assertThat(from).matches("[a-z-]+:[0-9].*(java17|jre).*");
    }
  }

  /** Seen red with: the pom's version raised; {@code target/libs/}; models/ not let through. */
  @ParameterizedTest
  @ValueSource(strings = {"job", "feed"})
  void whatIsCopiedIsThere(String image) {
    Set<String> products = Pom.products();
    List<String> ignored = Manifests.read(Manifests.HOME.resolve(".dockerignore")).lines().toList();
    for (String source : Dockerfile.of(image).copies().keySet()) {
      if (source.startsWith("target/lib/log4j")) {
        assertThat(source).endsWith("-" + Pom.property("log4j.version") + ".jar");
      } else if (source.startsWith("target/")) {
        assertThat(products).contains(source);
      } else {
        assertThat(Files.exists(Manifests.HOME.resolve(source))).as(source).isTrue();
      }
      assertThat(ignored)
          .as("lines of .dockerignore that let " + source + " through")
          .anyMatch(line -> line.startsWith("!") && lets(line.substring(1), source));
    }
  }

  private static boolean lets(String pattern, String source) {
    String start = pattern.replace("*.jar", "");
    return !start.equals("target") && source.startsWith(start);
  }

  /** Seen red with: {@code USER flink}. */
  @Test
  void userIsThatOfThePods() {
    assertThat(Dockerfile.of("job").user()).isEqualTo(user("vigil-jobManager"));
    assertThat(Dockerfile.of("feed").user())
        .isEqualTo(user("vigil-feed"))
        .isEqualTo(user("vigil-training"))
        .isEqualTo(user("vigil-erase"));
  }

  private static String user(String of) {
    Pod pod =
        Pod.of(Manifests.of("prod")).stream()
            .filter(one -> one.of().equals(of))
            .findFirst()
            .orElseThrow();
    return pod.spec().at("/securityContext/runAsUser").asText()
        + ":"
        + pod.spec().at("/securityContext/runAsGroup").asText();
  }
}
