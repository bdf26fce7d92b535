package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered for a cluster is what Kubernetes understands, and gives nothing away. */
class ManifestsTest {
  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile("(?i)(AccountKey|SharedAccessKey|SharedAccessSignature)="),
          Pattern.compile("-----BEGIN"),
          Pattern.compile("whsec_"),
          // A key of an account or of pseudonyms: long, and not a digest in a name.
          Pattern.compile("[A-Za-z0-9+/]{42,}={1,2}"));

  /** Seen red with: {@code readinesProbe} in feed.yaml; {@code limit} in training.yaml. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everyFieldIsKnown(String overlay) throws Exception {
    Manifests manifests = Manifests.of(overlay);
    assertThat(manifests.objects()).hasSizeGreaterThan(20);
    for (JsonNode object : manifests.objects()) {
      assertThat(StrictParser.parse(object)).isNotNull();
    }
  }

  /** The parser itself can refuse, at every depth and for the operator's classes too. */
  @Test
  void parserRefusesUnknownFields() {
    Manifests manifests = Manifests.of("prod");
    JsonNode feed = manifests.one("Deployment").deepCopy();
    ((ObjectNode) feed.at("/spec/template/spec/containers/0/livenessProbe")).put("period", 1);
    assertThatThrownBy(() -> StrictParser.parse(feed)).hasMessageContaining("period");
    JsonNode job = manifests.one("FlinkDeployment").deepCopy();
    ((ObjectNode) job.at("/spec/job")).put("paralelism", 1);
    assertThatThrownBy(() -> StrictParser.parse(job)).hasMessageContaining("paralelism");
    JsonNode rules = manifests.one("PrometheusRule").deepCopy();
    ((ObjectNode) rules.at("/spec/groups/0/rules/0")).put("expression", "1");
    assertThatThrownBy(() -> StrictParser.parse(rules)).hasMessageContaining("expression");
  }

  /** Seen red with: a replacement of place/ left out; a connection string in place.env. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void everythingIsFilledInAndNothingIsSecret(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    assertThat(manifests.all("Secret")).isEmpty();
    for (JsonNode object : manifests.objects()) {
      String text = object.toString();
      assertThat(text).as(Manifests.name(object)).doesNotContain("from-place.env");
      for (Pattern secret : SECRETS) {
        assertThat(text).as(Manifests.name(object)).doesNotContainPattern(secret);
      }
    }
  }

  /** Both are the same system. Seen red with: a network policy in dev only. */
  @Test
  void overlaysDifferInSizeOnly() {
    assertThat(kindsAndNames("dev")).isEqualTo(kindsAndNames("prod"));
  }

  private static List<String> kindsAndNames(String overlay) {
    return Manifests.of(overlay).objects().stream()
        .filter(object -> !object.at("/kind").asText().equals("Namespace"))
        .map(
            object ->
                object.at("/kind").asText()
                    + " "
                    + Manifests.name(object).replaceFirst("-[a-z0-9]{10}$", ""))
        .sorted()
        .toList();
  }
}
