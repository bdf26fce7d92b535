package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pod is limited, looked after and can do no more than it must. */
class PodsTest {

  /** Seen red with: {@code drop: [NET_RAW]} in job.yaml. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void nobodyIsRoot(String overlay) {
    for (Pod pod : pods(overlay)) {
      JsonNode common = pod.spec().path("securityContext");
      assertThat(common.path("runAsNonRoot").asBoolean()).as(pod + " runAsNonRoot").isTrue();
      assertThat(common.path("runAsUser").asInt()).as(pod + " runAsUser").isPositive();
      assertThat(common.at("/seccompProfile/type").asText())
          .as(pod.of())
          .isEqualTo("RuntimeDefault");
      for (JsonNode container : pod.containers()) {
        JsonNode own = container.path("securityContext");
        assertThat(own.path("readOnlyRootFilesystem").asBoolean()).as(pod.of()).isTrue();
        assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).as(pod.of()).isFalse();
        assertThat(own.at("/capabilities/drop").toString()).as(pod.of()).isEqualTo("[\"ALL\"]");
      }
      assertThat(pod.spec().path("serviceAccountName").asText()).as(pod.of()).startsWith("vigil-");
    }
  }

  /** Seen red with: the limits of training left out; the feed without a readiness probe. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everyContainerHasLimitsAndProbes(String overlay) {
    for (Pod pod : pods(overlay)) {
      for (JsonNode container : pod.containers()) {
        JsonNode limits = container.at("/resources/limits");
        assertThat(limits.path("memory").asText()).as(pod + " memory").isNotEmpty();
        assertThat(limits.path("cpu").asText()).as(pod + " cpu").isNotEmpty();
        if (!pod.runsToAnEnd()) {
          for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(container.has(probe)).as(pod + " " + probe).isTrue();
          }
        }
      }
    }
  }

  /** Seen red with: the tag {@code latest}. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void imagesAreThoseOfTheDockerfilesWithAVersion(String overlay) {
    for (Pod pod : pods(overlay)) {
      for (JsonNode container : pod.containers()) {
        assertThat(container.path("image").asText())
            .as(pod.of())
            .matches("[a-z.]+/vigil-(job|feed):[0-9]+\\.[0-9]+\\.[0-9]+");
      }
    }
  }

  /**
   * Whoever mounts a volume has it, and every volume is mounted. Seen red with: a name misspelt.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void mountsAndVolumesBelongTogether(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    Set<String> names = new HashSet<>();
    manifests.objects().forEach(object -> names.add(Manifests.name(object)));
    for (Pod pod : pods(overlay)) {
      Set<String> mounted = new HashSet<>();
      for (JsonNode container : pod.containers()) {
        container.path("volumeMounts").forEach(mount -> mounted.add(mount.path("name").asText()));
        for (JsonNode from : container.path("envFrom")) {
          assertThat(names).contains(from.at("/configMapRef/name").asText());
        }
      }
      Set<String> volumes = new HashSet<>();
      for (JsonNode volume : pod.spec().path("volumes")) {
        volumes.add(volume.path("name").asText());
        for (String place :
            List.of(
                "/configMap/name",
                "/persistentVolumeClaim/claimName",
                "/csi/volumeAttributes/secretProviderClass")) {
          if (!volume.at(place).isMissingNode()) {
            assertThat(names).as(pod.of()).contains(volume.at(place).asText());
          }
        }
      }
      assertThat(volumes).as(pod.of()).isEqualTo(mounted);
    }
  }

  private static List<Pod> pods(String overlay) {
    List<Pod> pods = Pod.of(Manifests.of(overlay));
    assertThat(pods).hasSize(5);
    return pods;
  }
}
