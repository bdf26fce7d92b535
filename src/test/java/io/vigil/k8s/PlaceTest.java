package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings in the cluster are read with what the pods that mount them have. */
class PlaceTest {
  @TempDir Path folder;

  /** Seen red with: COSMOS_ENDPOINT misspelt in place.env. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void jobFeedAndErasureReadTheSame(String overlay) throws IOException {
    Settings job = settings(overlay, "vigil-jobManager", "vigil.yaml");
    Settings feed = settings(overlay, "vigil-feed", "vigil.yaml");
    Settings erasure = settings(overlay, "vigil-erase", "vigil.yaml");
    assertThat(job.toString()).isEqualTo(feed.toString()).isEqualTo(erasure.toString());
    assertThat(job.store().kind()).isEqualTo(Settings.Store.Kind.COSMOS);
    assertThat(job.pseudonymKey().isSet()).isTrue();
    assertThat(job.cosmos().createIfMissing()).isFalse();
    // The operator says how parallel it is.
    assertThat(job.parallelism()).isEmpty();
  }

  /** Seen red with: the pseudonyms' key left in the settings of training. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void trainingKnowsNoKey(String overlay) throws IOException {
    Settings training = settings(overlay, "vigil-training", "training.yaml");
    assertThat(training.pseudonymKey().isSet()).isFalse();
    assertThat(training.cosmos().endpoint()).startsWith("https://");
  }

  /** Seen red with: feed.port 8081; no host in the Ingress; the ledger beside the volume. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void feedIsWhereThePodSays(String overlay) throws IOException {
    Settings.Feed feed = settings(overlay, "vigil-feed", "vigil.yaml").feed();
    JsonNode container = pod(overlay, "vigil-feed").containers().get(0);
    assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(feed.port());
    assertThat(mounted(container, feed.audit())).isEqualTo("kept");
    assertThat(mounted(container, feed.directory().orElseThrow())).isEqualTo("secrets");
    assertThat(feed.oidc()).isPresent();
    assertThat(feed.publicUrl().orElseThrow().getHost())
        .isEqualTo(Manifests.of(overlay).one("Ingress").at("/spec/rules/0/host").asText())
        .isEqualTo(Manifests.of(overlay).one("Ingress").at("/spec/tls/0/hosts/0").asText());
    for (JsonNode argument : container.path("args")) {
      if (argument.asText().endsWith(".db")) {
        assertThat(mounted(container, Path.of(argument.asText()))).isEqualTo("kept");
      }
    }
  }

  /**
   * An erasure looks into the feed's own files. Seen red with: {@code data/hooks.db}; another
   * claim.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void erasureFindsTheFilesOfTheFeed(String overlay) {
    JsonNode feed = pod(overlay, "vigil-feed").containers().get(0);
    JsonNode erasure = pod(overlay, "vigil-erase").containers().get(0);
    for (String option : List.of("--log", "--ledger")) {
      assertThat(after(option, erasure)).isNotEmpty().isEqualTo(after(option, feed));
      assertThat(mounted(erasure, Path.of(after(option, erasure)))).isEqualTo("kept");
    }
    for (String of : List.of("vigil-feed", "vigil-erase")) {
      assertThat(pod(overlay, of).spec().path("volumes").findValuesAsText("claimName"))
          .containsExactly("vigil-feed");
    }
    // The volume is on one node at a time.
    JsonNode near =
        pod(overlay, "vigil-erase")
            .spec()
            .at("/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0");
    assertThat(near.path("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
    assertThat(pod(overlay, "vigil-feed").isSelectedBy(near.path("labelSelector"))).isTrue();
  }

  private static String after(String option, JsonNode container) {
    List<String> arguments = new ArrayList<>();
    container.path("args").forEach(argument -> arguments.add(argument.asText()));
    assertThat(arguments).contains(option);
    return arguments.get(arguments.indexOf(option) + 1);
  }

  private Settings settings(String overlay, String of, String file) throws IOException {
    Manifests manifests = Manifests.of(overlay);
    String text = manifests.named("ConfigMap", "vigil-settings").path("data").path(file).asText();
    Map<String, String> environment = new HashMap<>();
    for (JsonNode container : pod(overlay, of).containers()) {
      for (JsonNode from : container.path("envFrom")) {
        manifests
            .named("ConfigMap", from.at("/configMapRef/name").asText())
            .path("data")
            .properties()
            .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
      }
      for (JsonNode variable : container.path("env")) {
        environment.put(variable.path("name").asText(), "something that is long enough");
      }
    }
    return Settings.read(Files.writeString(folder.resolve(file), text), environment::get);
  }

  private static Pod pod(String overlay, String of) {
    return Pod.of(Manifests.of(overlay)).stream()
        .filter(pod -> pod.of().equals(of))
        .findFirst()
        .orElseThrow();
  }

  /** The volume that a path is on; empty where it is on the image's own, which is not writable. */
  private static String mounted(JsonNode container, Path path) {
    String volume = "";
    for (JsonNode mount : container.path("volumeMounts")) {
      if (path.startsWith(mount.path("mountPath").asText())) {
        volume = mount.path("name").asText();
      }
    }
    return volume;
  }
}
