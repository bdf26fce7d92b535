package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selector that selects nothing protects nothing, and nobody says so. */
class SelectorsTest {

  /** Seen red with: {@code component: taskmanagers} in disruption.yaml. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everySelectorTakesAPod(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    List<Pod> pods = Pod.of(manifests);
    for (JsonNode policy : manifests.all("NetworkPolicy")) {
      assertTakes(policy, policy.at("/spec/podSelector"), pods);
      for (String direction : List.of("ingress", "egress")) {
        for (JsonNode rule : policy.at("/spec/" + direction)) {
          for (JsonNode peer : rule.path(direction.equals("ingress") ? "from" : "to")) {
            if (peer.has("podSelector") && !peer.has("namespaceSelector")) {
              assertTakes(policy, peer.path("podSelector"), pods);
            }
          }
        }
      }
    }
    for (JsonNode budget : manifests.all("PodDisruptionBudget")) {
      assertTakes(budget, budget.at("/spec/selector"), pods);
    }
    JsonNode service = manifests.one("Service");
    assertTakes(
        service,
        JsonNodeFactory.instance.objectNode().set("matchLabels", service.at("/spec/selector")),
        pods);
    for (Pod pod : pods) {
      for (JsonNode spread : pod.spec().path("topologySpreadConstraints")) {
        assertThat(pod.isSelectedBy(spread.path("labelSelector"))).as(pod.of()).isTrue();
      }
    }
  }

  /**
   * Whoever is asked has the port, and lets Prometheus in. Seen red with: the port named {@code
   * metric} in pods.yaml.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everybodyWhoIsAskedCanAnswer(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    assertThat(manifests.all("PodMonitor")).hasSize(2);
    for (JsonNode monitor : manifests.all("PodMonitor")) {
      List<Pod> asked =
          Pod.of(manifests).stream()
              .filter(pod -> pod.isSelectedBy(monitor.at("/spec/selector")))
              .toList();
      assertThat(asked).as(Manifests.name(monitor)).isNotEmpty();
      for (Pod pod : asked) {
        JsonNode port = monitor.at("/spec/podMetricsEndpoints/0/port");
        JsonNode found =
            StreamSupport.stream(pod.containers().get(0).path("ports").spliterator(), false)
                .filter(one -> one.path("name").equals(port))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pod.of() + " has no port " + port));
        assertThat(letIn(manifests, pod, "monitoring"))
            .as(pod.of())
            .contains(found.path("containerPort").asInt());
      }
    }
    assertThat(manifests.one("Service").at("/spec/ports")).hasSize(1);
  }

  private static List<Integer> letIn(Manifests manifests, Pod pod, String namespace) {
    List<Integer> ports = new ArrayList<>();
    for (JsonNode policy : manifests.all("NetworkPolicy")) {
      if (pod.isSelectedBy(policy.at("/spec/podSelector"))) {
        for (JsonNode rule : policy.at("/spec/ingress")) {
          if (rule.path("from").toString().contains("\"" + namespace + "\"")) {
            rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
          }
        }
      }
    }
    return ports;
  }

  /** Seen red with: the Service's port named {@code web}. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void feedIsReached(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    JsonNode deployment = manifests.one("Deployment");
    JsonNode service = manifests.one("Service");
    JsonNode backend = manifests.one("Ingress").at("/spec/rules/0/http/paths/0/backend/service");
    JsonNode container = deployment.at("/spec/template/spec/containers/0");

    assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(service.at("/spec/selector"));
    assertThat(Pod.of(manifests))
        .filteredOn(pod -> pod.isSelectedBy(deployment.at("/spec/selector")))
        .extracting(Pod::of)
        .containsExactly("vigil-feed");
    assertThat(backend.path("name")).isEqualTo(service.at("/metadata/name"));
    assertThat(backend.at("/port/name")).isEqualTo(service.at("/spec/ports/0/name"));
    assertThat(service.at("/spec/ports/0/targetPort"))
        .isEqualTo(container.at("/ports/0/name"))
        .isEqualTo(container.at("/readinessProbe/httpGet/port"));
  }

  /**
   * Whatever is not allowed is denied, to every pod. Seen red with: the denial for some pods only.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void nothingIsOpenByDefault(String overlay) {
    assertThat(Manifests.of(overlay).all("NetworkPolicy"))
        .anySatisfy(
            policy -> {
              assertThat(policy.at("/spec/podSelector").isEmpty()).isTrue();
              assertThat(policy.at("/spec/policyTypes").toString())
                  .isEqualTo("[\"Ingress\",\"Egress\"]");
              assertThat(policy.path("spec").has("ingress")).isFalse();
              assertThat(policy.path("spec").has("egress")).isFalse();
            });
  }

  /**
   * Whoever erases people is reached by nobody, and reaches names and Azure by HTTPS. Seen red
   * with: {@code erasure} among those who may reach hubs.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void erasureReachesTheStoresAlone(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    Pod erasure =
        Pod.of(manifests).stream()
            .filter(pod -> pod.of().equals("vigil-erase"))
            .findFirst()
            .orElseThrow();
    Set<Integer> ports = new TreeSet<>();
    for (JsonNode policy : manifests.all("NetworkPolicy")) {
      if (erasure.isSelectedBy(policy.at("/spec/podSelector"))) {
        assertThat(policy.at("/spec/ingress").isEmpty()).as(Manifests.name(policy)).isTrue();
        policy
            .at("/spec/egress")
            .forEach(
                rule -> {
                  assertThat(rule.path("ports")).as(Manifests.name(policy)).isNotEmpty();
                  rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
                });
      }
    }
    assertThat(ports).containsExactly(53, 443);
  }

  /**
   * It never starts by itself, and whom it erases stands in no manifest. Seen red with: {@code
   * suspend: false}; a participant in args.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void erasureIsStartedByPeople(String overlay) {
    JsonNode erase = Manifests.of(overlay).named("CronJob", "vigil-erase");
    assertThat(erase.at("/spec/suspend").asBoolean()).isTrue();
    JsonNode container = erase.at("/spec/jobTemplate/spec/template/spec/containers/0");
    assertThat(container.at("/args/1").asText()).isEqualTo("$(PARTICIPANT)");
    for (JsonNode variable : container.path("env")) {
      assertThat(variable.has("value")).as(variable.path("name").asText()).isFalse();
      assertThat(variable.at("/valueFrom/secretKeyRef/name").asText()).startsWith("vigil-erasure");
    }
  }

  private static void assertTakes(JsonNode owner, JsonNode selector, List<Pod> pods) {
    assertThat(pods)
        .as(owner.at("/kind").asText() + " " + Manifests.name(owner) + ": " + selector)
        .anyMatch(pod -> pod.isSelectedBy(selector));
  }
}
