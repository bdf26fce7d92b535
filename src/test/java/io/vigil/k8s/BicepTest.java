package io.vigil.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.store.Container;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the resources of Azure share by name with the rest. Whether the file compiles is not tested:
 * there is no compiler of Bicep in the build.
 */
class BicepTest {
  private static final Path FOLDER = Manifests.HOME.resolve("azure");
  private static final String BICEP = Manifests.read(FOLDER.resolve("main.bicep"));

  /** Seen red with: {@code stge} in the example. */
  @Test
  void exampleGivesTheParametersThatThereAre() throws Exception {
    JsonNode given =
        Manifests.YAML
            .readTree(FOLDER.resolve("main.parameters.example.json").toFile())
            .path("parameters");
    Set<String> names = new TreeSet<>();
    given.fieldNames().forEachRemaining(names::add);
    Set<String> all = new TreeSet<>();
    Set<String> required = new TreeSet<>();
    find("(?m)^param (\\w+) \\w+( =)?")
        .forEach(
            found -> {
              all.add(found.group(1));
              if (found.group(2) == null) {
                required.add(found.group(1));
              }
            });
    assertThat(all).hasSizeGreaterThan(5).containsAll(names);
    assertThat(names).containsAll(required);
  }

  /** Seen red with: {@code /day} left out of predictions. */
  @Test
  void containersAreThoseOfTheStore() {
    TreeMap<String, List<String>> made = new TreeMap<>();
    find("\\{ name: '(\\w+)', key: \\[([^\\]]*)]")
        .forEach(
            found ->
                made.put(
                    found.group(1),
                    Arrays.stream(found.group(2).split(", "))
                        .map(path -> path.replace("'", ""))
                        .toList()));
    TreeMap<String, List<String>> wanted =
        Stream.of(Container.values())
            .filter(container -> container != Container.TALLIES)
            .collect(
                Collectors.toMap(
                    Container::title, Container::partitionKey, (a, b) -> a, TreeMap::new));
    assertThat(made).isEqualTo(wanted);
  }

  /** Seen red with: the hub of commands renamed; a service account's name changed. */
  @Test
  void namesAreThoseOfTheManifests() {
    JsonNode settings =
        Manifests.yaml(Manifests.read(Manifests.HOME.resolve("k8s/base/vigil.yaml")));
    Set<String> hubs =
        groups(
            "resource \\w+ 'Microsoft.EventHub/namespaces/eventhubs@[^']*' = \\{\\s+parent: eventHubs\\s+name: '(\\w+)'");
    assertThat(hubs)
        .containsExactlyInAnyOrder(
            settings.at("/eventhubs/hub").asText(), settings.at("/commands/hub").asText());
    assertThat(
            find("consumergroups@[^']*' = \\{\\s+parent: \\w+\\s+name: '(\\w+)'")
                .map(found -> found.group(1)))
        .hasSameSizeAs(hubs)
        .containsOnly(settings.at("/eventhubs/consumerGroup").asText());
    assertThat(groups("resource: \\{ id: '(\\w+)' }"))
        .containsExactly(settings.at("/cosmos/database").asText());
    Set<String> accounts = new TreeSet<>();
    Manifests.of("prod").all("ServiceAccount").forEach(one -> accounts.add(Manifests.name(one)));
    assertThat(groups("'(vigil-[a-z]+)'(?=[^\\[\\]\\n]*]\\n)")).containsAll(accounts);
  }

  /** place.env is filled by the outputs. Seen red with: {@code output FLINK_HIGH}; listKeys. */
  @Test
  void outputsFillThePlaceAndHoldNoKeys() {
    Set<String> place = new TreeSet<>();
    Manifests.read(Manifests.HOME.resolve("k8s/overlays/prod/place.env"))
        .lines()
        .filter(line -> line.contains("=") && !line.startsWith("#"))
        .forEach(line -> place.add(line.substring(0, line.indexOf('='))));
    place.removeIf(name -> name.startsWith("FEED_H") || name.startsWith("FEED_U"));
    place.removeIf(name -> name.startsWith("OIDC_"));
    assertThat(groups("(?m)^output (\\w+) ")).isEqualTo(place);
    assertThat(BICEP).doesNotContainPattern("listKeys|listConnectionStrings|primaryKey");
  }

  private static Set<String> groups(String pattern) {
    return find(pattern)
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<MatchResult> find(String pattern) {
    return Pattern.compile(pattern).matcher(BICEP).results();
  }
}
