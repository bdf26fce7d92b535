package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What {@code kubectl apply -k} would send to a cluster.
 *
 * @param objects in the order in which they are sent
 */
record Manifests(List<JsonNode> objects) {
  static final Path HOME = Path.of(System.getProperty("vigil.home", "")).toAbsolutePath();
  static final YAMLMapper YAML = new YAMLMapper();

  private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

  /** Those of an overlay; where there is no kubectl, the test that asks is skipped. */
  static Manifests of(String overlay) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl"))),
        "There is no kubectl on the PATH: what it would render cannot be looked at");
    return RENDERED.computeIfAbsent(overlay, Manifests::render);
  }

  private static Manifests render(String overlay) {
    try {
      Path errors = Files.createTempFile("kustomize", ".txt");
      Process kubectl =
          new ProcessBuilder("kubectl", "kustomize", HOME.resolve("k8s/overlays/" + overlay) + "")
              .redirectError(errors.toFile())
              .start();
      String yaml;
      try (InputStream out = kubectl.getInputStream()) {
        yaml = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
      assertThat(kubectl.waitFor()).as(() -> read(errors)).isZero();
      Files.delete(errors);
      try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
        return new Manifests(all.readAll());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The objects of a kind. */
  List<JsonNode> all(String kind) {
    return objects.stream().filter(object -> kind.equals(object.at("/kind").asText())).toList();
  }

  /** The one object of a kind. */
  JsonNode one(String kind) {
    assertThat(all(kind)).as(kind).hasSize(1);
    return all(kind).get(0);
  }

  /** The object of a kind whose name begins so: what is generated has the hash of its content. */
  JsonNode named(String kind, String start) {
    return all(kind).stream()
        .filter(object -> name(object).startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + kind + " " + start));
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  /** A file of keys and values. */
  static Map<String, String> flat(Path file) {
    try {
      return YAML.readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that is YAML. */
  static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
