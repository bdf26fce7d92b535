package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigil.Await;
import io.vigil.publish.AmqpPublisher;
import io.vigil.sensor.Pseudonyms;
import io.vigil.settings.Secret;
import io.vigil.settings.Settings;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.Container;
import io.vigil.store.Document;
import io.vigil.store.DocumentStore;
import io.vigil.store.SqliteStore;
import io.vigil.store.cosmos.CosmosSettings;
import io.vigil.store.cosmos.CosmosStore;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who fell, was answered for and learned from is erased while the job runs, is refused
 * after it was killed, and comes back.
 */
class EraseCommandTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String ANN = "ann-4711-x";
  private static final String BOB = "bob-4712-x";
  private static final String REMARK = "she-likes-tulips";

  private final String ann = Pseudonyms.by(Secret.of(KEY)).of(ANN);
  private final String bob = Pseudonyms.by(Secret.of(KEY)).of(BOB);

  @TempDir Path folder;
  private Map<String, String> environment;
  private Path config;
  private Supplier<DocumentStore> stores;
  private Process job;

  @AfterEach
  void stop() throws InterruptedException {
    if (job != null) {
      job.destroyForcibly().waitFor();
    }
  }

  @Test
  void nothingIsLeftInTheEmbeddedStore() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      server.createHub("sensors", 2);
      Path file = folder.resolve("vigil.db");
      setUp(server.address("sensors"), "store: {kind: sqlite, path: %s}".formatted(file), Map.of());
      stores = () -> SqliteStore.open(file);
      story(server.address("sensors"));
    }
  }

  @Test
  void nothingIsLeftInCosmosDb() throws Exception {
    try (AmqpHubServer server = AmqpHubServer.start();
        CosmosServer cosmos = CosmosServer.start()) {
      server.createHub("sensors", 2);
      HubAddress hub = server.address("sensors");
      setUp(
          hub,
          "store: {kind: cosmos, path: %s}\ncosmos: {endpoint: \"%s\", key: \"${env:COSMOS_KEY}\"}"
              .formatted(folder.resolve("vigil.db"), cosmos.endpoint()),
          Map.of("COSMOS_KEY", cosmos.key()));
      CosmosSettings made = new LiveEnds(Settings.read(config, environment::get)).cosmos();
      stores = () -> CosmosStore.open(made);
      story(hub);
    }
  }

  private void story(HubAddress hub) throws Exception {
    start();
    garbage(hub, ANN);
    SentFall.send(hub, ANN);
    SentFall.send(hub, BOB);
    String fall = fallOf(ann);
    fallOf(bob);
    vigil("alerts", "comment", fall, REMARK, "--as", "Ben", "--wait", "180 s").succeeded();
    Await.until("files of both in the lake", PATIENCE, () -> lake(ann) > 0 && lake(bob) > 0);
    assertThat(documents(ann)).isNotEmpty();
    Map<String, Document> others = documents(bob);

    CommandRun wrong = vigil("erase", "nobody-here", "--yes");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("Nothing is kept").doesNotContain("nobody-here");
    JsonNode would = vigil("erase", ANN, "--dry-run", "--json").succeeded().json();
    assertThat(would.at("/found").toString()).contains("store/alerts", "lake", "directory");
    assertThat(documents(ann)).isNotEmpty();

    JsonNode receipt = erase();
    assertThat(receipt.path("state").asText()).isEqualTo("ERASED");
    assertThat(receipt.path("person").asText()).isEqualTo(ann);
    assertThat(receipt.path("by").asText()).isEqualTo("officer");
    assertThat(receipt.path("places").path("hooks' ledger " + folder.resolve("hooks.db")).asText())
        .startsWith("not there");
    assertThat(receipt.path("places").path("lake " + folder.resolve("lake")).asText())
        .isEqualTo("looked into");
    assertThat(receipt.at("/removed/store~1alerts").asLong()).isPositive();
    assertThat(receipt.at("/removed/store~1deadletters").asLong()).isPositive();
    assertThat(receipt.at("/cleared")).hasSize(5);
    nothingIsLeft();
    assertThat(closed(documents(bob))).containsAllEntriesOf(closed(others));
    assertThat(lake(bob)).isPositive();

    SentFall.send(hub, ANN);
    refused();
    job.destroyForcibly().waitFor();
    start();
    SentFall.send(hub, ANN);
    SentFall.send(hub, "cid-4713-x");
    fallOf(Pseudonyms.by(Secret.of(KEY)).of("cid-4713-x"));
    nothingIsLeft();
    assertThat(vigil("erase", ANN, "--yes").succeeded().out()).contains("Was erased before");
    assertThat(vigil("erase", "list").succeeded().out()).contains("ERASED", ann);

    vigil("erase", "lift", ann).succeeded();
    Await.until(
        "samples are welcome again",
        PATIENCE,
        () -> {
          SentFall.send(hub, ANN);
          return !documents(ann).isEmpty();
        });
  }

  /** Whatever the first run meets half way, the same command ends what it began. */
  private JsonNode erase() {
    List<JsonNode> receipts = new ArrayList<>();
    Await.until(
        "all is erased",
        PATIENCE,
        () -> {
          CommandRun run = vigil(asInKubernetes().toArray());
          receipts.add(0, run.json());
          return run.exitCode() == 0;
        });
    assertThat(receipts)
        .extracting(one -> one.path("id").asText())
        .containsOnly(receipts.get(0).path("id").asText());
    return receipts.get(0);
  }

  /** The command line of k8s/base/erasure.yaml, with what Kubernetes puts in and the files here. */
  private List<String> asInKubernetes() {
    Map<String, String> here =
        Map.of(
            "$(PARTICIPANT)",
            ANN,
            "$(ASKED_BY)",
            "officer",
            "$(REASON)",
            "asked for it",
            "/etc/vigil/vigil.yaml",
            config.toString(),
            "/var/lib/vigil/feed.db",
            folder.resolve("feed.db").toString(),
            "/var/lib/vigil/hooks.db",
            folder.resolve("hooks.db").toString());
    try {
      List<String> words = new ArrayList<>();
      for (String word :
          CommandsInManifestsTest.arguments(
              "erasure.yaml", "/spec/jobTemplate/spec/template/spec/containers/0/args")) {
        words.add(here.getOrDefault(word, word));
      }
      assertThat(words).noneMatch(word -> word.startsWith("$"));
      words.addAll(List.of("--wait", "60 s", "--settle", "2 s"));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refused() {
    Await.until(
        "a letter of refused samples",
        PATIENCE,
        () -> {
          boolean[] there = {false};
          try (DocumentStore store = stores.get()) {
            store.scan(
                Container.DEAD_LETTERS,
                letter -> there[0] |= letter.body().contains("\"kind\":\"ERASED\""));
          }
          return there[0];
        });
  }

  private void nothingIsLeft() throws IOException {
    assertThat(documents(ann)).isEmpty();
    assertThat(lake(ann)).isZero();
    assertThat(Files.readString(folder.resolve("directory.yaml"))).doesNotContain(ANN);
    try (DocumentStore store = stores.get()) {
      for (Container container : Container.values()) {
        if (container != Container.ERASURES) {
          store.scan(
              container,
              document -> assertThat(document.toString()).doesNotContain(ANN, ann, REMARK));
        }
      }
    }
    for (String file : new String[] {"vigil.db", "vigil.db-wal"}) {
      if (Files.exists(folder.resolve(file))) {
        assertThat(text(folder.resolve(file))).doesNotContain(ANN, REMARK);
      }
    }
    Path checkpoint = LastCheckpoint.in(folder.resolve("checkpoints")).orElseThrow();
    Await.until("a newer checkpoint", PATIENCE, () -> isNewer(checkpoint));
    try (Stream<Path> files =
        Files.walk(LastCheckpoint.in(folder.resolve("checkpoints")).orElseThrow())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(text(file)).as(file.toString()).doesNotContain(ANN, ann, REMARK);
      }
    }
  }

  private boolean isNewer(Path checkpoint) {
    try {
      return LastCheckpoint.in(folder.resolve("checkpoints"))
          .filter(newest -> !newest.equals(checkpoint))
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  /** What can still change of somebody else is left out. */
  private static Map<String, String> closed(Map<String, Document> documents) {
    Map<String, String> closed = new HashMap<>();
    documents.forEach(
        (id, document) -> {
          if (document.container() != Container.ALERTS
              && !document.body().contains("\"open\":true")) {
            closed.put(id, document.body());
          }
        });
    return closed;
  }

  private Map<String, Document> documents(String participant) {
    Map<String, Document> found = new HashMap<>();
    try (DocumentStore store = stores.get()) {
      for (Container container : Container.values()) {
        if (container != Container.ERASURES) {
          store.scan(
              container, participant, document -> found.put(container + document.id(), document));
        }
      }
    }
    return found;
  }

  private long lake(String participant) {
    Path theirs = folder.resolve("lake/project=vigil/participant=" + participant);
    try (Stream<Path> files = Files.exists(theirs) ? Files.walk(theirs) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fallOf(String participant) {
    List<String> ids = new ArrayList<>();
    Await.until(
        "a fall",
        PATIENCE,
        () -> {
          startAgainWhereTheMachineWasTooSlow();
          documents(participant).values().stream()
              .filter(document -> document.container() == Container.ALERTS)
              .filter(document -> document.body().contains("\"FALL\""))
              .forEach(document -> ids.add(document.id()));
          return !ids.isEmpty();
        });
    return ids.get(0);
  }

  private static void garbage(HubAddress hub, String participant) {
    try (AmqpPublisher publisher = AmqpPublisher.open(hub)) {
      publisher.send(
          participant,
          "{\"participantId\":\"%s\",\"start\":\"2026-01-05T09:00:00Z\",\"rateHz\":52,\"unit\":\"stones\",\"x\":[1],\"y\":[1],\"z\":[1]}"
              .formatted(participant)
              .getBytes(StandardCharsets.UTF_8));
      publisher.flush();
    }
  }

  private void setUp(HubAddress hub, String store, Map<String, String> more) throws IOException {
    environment = new HashMap<>(more);
    environment.put("HUB", hub.connectionString().reveal());
    environment.put("PSEUDONYM_KEY", KEY);
    Files.writeString(
        folder.resolve("directory.yaml"),
        "people:\n  %s:\n    name: Ann\n  %s:\n    name: Bob\n".formatted(ANN, BOB));
    config =
        Files.writeString(
            folder.resolve("vigil.yaml"),
            """
            eventhubs: {protocol: amqp, namespace: %s, hub: sensors, connectionString: "${env:HUB}"}
            pseudonyms: {key: "${env:PSEUDONYM_KEY}"}
            checkpoints: {path: %s, every: 500 ms}
            lake: {path: %s, fileEvery: 1 s}
            review: {uniformOneIn: 1}
            feed: {directory: %s}
            parallelism: 2
            %s
            """
                .formatted(
                    hub.namespace(),
                    folder.resolve("checkpoints"),
                    folder.resolve("lake"),
                    folder.resolve("directory.yaml"),
                    store));
  }

  private void start() throws IOException {
    job =
        VigilProcess.start(
            folder.resolve("run.log"),
            environment,
            List.of("-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true"),
            List.of("run", "--config", config.toString()));
  }

  /** The check of Cosmos DB before the job starts has fifteen seconds. */
  private void startAgainWhereTheMachineWasTooSlow() {
    if (!job.isAlive()) {
      assertThat(log()).contains("no answer in");
      try {
        start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private CommandRun vigil(Object... words) {
    List<Object> all = new ArrayList<>(List.of("--config", config));
    all.addAll(List.of(words));
    return CommandRun.vigil(environment, all.toArray());
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("run.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
