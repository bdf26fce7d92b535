package io.vigil.cli;

import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.HubProtocol;
import io.vigil.store.cosmos.CosmosAccount;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosSettings.Throughput;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of settings for a hub and a Cosmos DB of the tests, with the secrets in an environment.
 *
 * @param file of settings
 * @param environment that it refers to
 * @param cosmos as the settings say it
 */
record LiveSetUp(Path file, Map<String, String> environment, CosmosSettings cosmos) {

  static LiveSetUp in(Path folder, HubProtocol protocol, HubAddress hub, CosmosServer cosmos)
      throws IOException {
    String settings =
        """
        eventhubs:
          protocol: %s
          namespace: %s
          hub: %s
          connectionString: ${env:HUB}
        %s
        store: {kind: cosmos, path: %s, predictions: true}
        cosmos: {endpoint: "%s", key: "${env:COSMOS_KEY}"}
        checkpoints: {path: %s, every: 500 ms}
        parallelism: 2
        """
            .formatted(
                protocol,
                hub.namespace(),
                hub.hub(),
                hub.address().isEmpty() ? "" : "  address: " + hub.address(),
                folder.resolve("vigil.db"),
                cosmos.endpoint(),
                folder.resolve("checkpoints"));
    return new LiveSetUp(
        Files.writeString(folder.resolve("vigil.yaml"), settings),
        Map.of("HUB", hub.connectionString().reveal(), "COSMOS_KEY", cosmos.key()),
        new CosmosSettings(
            new CosmosAccount(cosmos.endpoint(), Secret.of(cosmos.key()), "vigil"),
            false,
            new Throughput(Throughput.Mode.AUTOSCALE, 1000),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO));
  }

  /** The same with something else in the file. */
  LiveSetUp with(String text, String other) throws IOException {
    String settings = Files.readString(file);
    if (!settings.contains(text)) {
      throw new IllegalArgumentException("The settings have no " + text);
    }
    Path changed = Files.createTempFile(file.getParent(), "vigil", ".yaml");
    Files.writeString(changed, settings.replace(text, other));
    return new LiveSetUp(changed, environment, cosmos);
  }

  /** The same with another value in the environment. */
  LiveSetUp withSecret(String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(name, value);
    return new LiveSetUp(file, changed, cosmos);
  }

  /** Runs a command line with these settings. */
  CommandRun vigil(Object... arguments) {
    List<Object> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(1, List.of("--config", file));
    return CommandRun.vigil(environment, all.toArray());
  }
}
