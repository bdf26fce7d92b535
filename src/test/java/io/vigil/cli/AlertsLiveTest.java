package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.Await;
import io.vigil.alert.NewRules;
import io.vigil.alert.RuleSet;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.AskedDocuments;
import io.vigil.store.Container;
import io.vigil.store.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live job in a process of its own: somebody falls, others see it, answer it and change the
 * rules from command lines, and the job does as it is told.
 *
 * <p>Seen red with: commands sent to the store where the settings name a hub for them.
 */
class AlertsLiveTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Object[] WAIT = {"--wait", "180 s"};

  @TempDir Path folder;
  private AlertsSetUp vigil;
  private Map<String, String> environment;
  private Process job;

  @Test
  void answersAndRulesGoThroughTheStore() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      HubAddress hub = start(server, "");
      try {
        String fall = fallOf(hub, "ann");
        acknowledgedOnce(fall);
        rulesTakeEffect(hub);
        badRulesAreRefused();
      } finally {
        job.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void answersGoThroughAHub() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      server.createHub("answers", 1);
      HubAddress hub = start(server, "commands: {hub: answers}");
      try {
        acknowledgedOnce(fallOf(hub, "ann"));
        try (SqliteStore store = SqliteStore.open(vigil.store())) {
          assertThat(store.count(Container.COMMANDS)).isZero();
        }
      } finally {
        job.destroyForcibly().waitFor();
      }
    }
  }

  private void acknowledgedOnce(String fall) {
    assertThat(run("alerts", "ack", fall, "--as", "Ben").succeeded().out())
        .contains("followed", "ACTIVE_ACK");
    CommandRun again = run("alerts", "ack", fall, "--as", "Eve");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("refused: The alert is acknowledged already, by Ben");
  }

  private void rulesTakeEffect(HubAddress hub) throws IOException {
    String paused =
        RuleSet.shipped().text().replace("version: 1\n", "version: 2\n")
            + "fall: {paused: true}\nparticipants: {cid: {fall: {paused: false}}}\n";
    Path file = Files.writeString(folder.resolve("rules.yaml"), paused);
    assertThat(run("rules", "publish", file).succeeded().out()).contains("version 2", "followed");
    SentFall.send(hub, "bob");
    fallOf(hub, "cid");
    assertThat(list("--participant", "bob")).isEmpty();
  }

  private void badRulesAreRefused() {
    try (SqliteStore store = SqliteStore.open(vigil.store())) {
      store.upsert(
          List.of(AskedDocuments.rules(new NewRules("by-hand", "Eve", 1, "version: many"))));
    }
    List<String> ids = new ArrayList<>();
    Await.until(
        "the technical alert",
        PATIENCE,
        () -> {
          list("--technical").forEach(alert -> take(alert, "BAD_RULE", ids));
          return !ids.isEmpty();
        });
    run("alerts", "resolve", ids.get(0)).succeeded();
    assertThat(vigil.vigil(environment, "rules", "list").succeeded().out())
        .contains("REFUSED    Eve: ", "In force: version 2");
  }

  private HubAddress start(AmqpHubServer server, String more) throws IOException {
    server.createHub("sensors", 1);
    HubAddress hub = server.address("sensors");
    vigil = AlertsSetUp.in(folder);
    environment = Map.of("HUB", hub.connectionString().reveal());
    Files.writeString(
        vigil.config(),
        """
        eventhubs: {protocol: amqp, namespace: %s, hub: sensors, connectionString: "${env:HUB}"}
        store: {kind: sqlite, path: %s}
        checkpoints: {path: %s, every: 500 ms}
        parallelism: 1
        %s
        """
            .formatted(hub.namespace(), vigil.store(), folder.resolve("checkpoints"), more));
    List<String> arguments = List.of("run", "--config", vigil.config().toString());
    job = VigilProcess.start(folder.resolve("run.log"), environment, List.of(), arguments);
    return hub;
  }

  /** Somebody falls; answers with the id of the alert, once it is listed. */
  private String fallOf(HubAddress hub, String participant) {
    SentFall.send(hub, participant);
    List<String> ids = new ArrayList<>();
    Await.until(
        "the fall of " + participant,
        PATIENCE,
        () -> {
          assertThat(job.isAlive()).as(log()).isTrue();
          if (Files.exists(vigil.store())) {
            list("--participant", participant).forEach(alert -> take(alert, "FALL", ids));
          }
          return !ids.isEmpty();
        });
    return ids.get(0);
  }

  private static void take(JsonNode alert, String type, List<String> ids) {
    if (alert.path("type").asText().equals(type)) {
      ids.add(alert.path("id").asText());
    }
  }

  private JsonNode list(Object... more) {
    return vigil
        .vigil(environment, Arguments.of(more, "alerts", "list", "--json"))
        .succeeded()
        .json();
  }

  private CommandRun run(Object... words) {
    return vigil.vigil(environment, Arguments.of(WAIT, words));
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("run.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
