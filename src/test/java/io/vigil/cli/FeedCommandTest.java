package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.Await;
import io.vigil.feed.hook.HookLedger;
import io.vigil.feed.kit.MadeUpJob;
import io.vigil.feed.log.FeedLog;
import io.vigil.store.SqliteStore;
import io.vigil.store.cosmos.CosmosStore;
import io.vigil.store.cosmos.Places;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code vigil feed} as a whole; one that starts where it must not is ended by the bound. */
@Timeout(180)
class FeedCommandTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final String SQLITE = "{path: %s}";

  @TempDir Path folder;

  /** Seen red with: the embedded store opened whatever {@code store.kind} says. */
  @Test
  void itServesWhatIsInCosmosDb() throws Exception {
    try (CosmosServer server = CosmosServer.start();
        MadeUpJob job = new MadeUpJob(CosmosStore.open(Places.at(server))).answering();
        RunningFeed feed =
            new RunningFeed(
                settings(
                    "{kind: cosmos, path: %s}\ncosmos: {endpoint: '"
                        + server.endpoint()
                        + "', key: '${env:KEY}'}"),
                Map.of("KEY", server.key()))) {
      String session = feed.enter();
      String id = job.fall("p1", NINE);
      Await.until(
          () -> feed.ask(session, "GET", "/v1/alerts", "").at("/alerts/0/id").asText().equals(id));
      String ack = "{\"command\":\"ack\",\"id\":\"c1\"}";
      Await.until(
          () ->
              feed.ask(session, "POST", "/v1/alerts/" + id + "/commands", ack)
                  .path("verdict")
                  .asText()
                  .equals("FOLLOWED"));
      assertThat(feed.ask(session, "GET", "/v1/alerts/" + id, "").path("status").asText())
          .isEqualTo("ACTIVE_ACK");
      assertThat(feed.said()).doesNotContain(server.key());
    }
    assertThat(folder.resolve("vigil.db")).doesNotExist();
  }

  /** Seen red with: a log that nobody locks. */
  @Test
  void asASecondOneItDoesNotStart() throws Exception {
    try (FeedLog first = FeedLog.open(folder.resolve("feed.db"))) {
      CommandRun second = feed(settings(SQLITE));
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err())
          .hasLineCount(1)
          .contains(folder.resolve("feed.db") + " is in use by")
          .contains("expected one feed at a time");
      assertThat(first.newest()).isZero();
    }
  }

  /** Seen red with: a ledger that nobody locks. */
  @Test
  void withTheLedgerOfAnotherItDoesNotStart() throws Exception {
    Path hooks =
        Files.writeString(
            folder.resolve("hooks.yaml"),
            "hooks:\n  chat:\n    url: https://chat.example.org/in\n    secret: ${env:SECRET}\n");
    Path ledger = folder.resolve("hooks.db");
    try (HookLedger first = HookLedger.openToTell(ledger)) {
      CommandRun second =
          CommandRun.vigil(
              Map.of("SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
              "feed",
              "--config",
              settings(SQLITE),
              "--port",
              0,
              "--hooks",
              hooks,
              "--ledger",
              ledger);
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).contains("hooks.db is in use by");
      assertThat(first.query().counts("chat")).isNotEmpty();
    }
    // What was opened before that is closed again.
    FeedLog.open(folder.resolve("feed.db")).close();
  }

  /** Seen red with: a feed that does not tell its log whose it is. */
  @Test
  void withTheLogOfAnotherStoreItDoesNotStart() throws Exception {
    SqliteStore.open(folder.resolve("vigil.db")).close();
    try (FeedLog log = FeedLog.open(folder.resolve("feed.db"))) {
      log.belongTo("the database vigil of vigil.documents.azure.com");
    }
    CommandRun run = feed(settings(SQLITE));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("belongs to the database vigil of vigil.documents.azure.com")
        .contains("expected one of the file vigil.db");
  }

  private static CommandRun feed(Path settings) {
    return CommandRun.vigil("feed", "--config", settings, "--port", 0);
  }

  private Path settings(String store) throws IOException {
    return Files.writeString(
        folder.resolve("vigil.yaml"),
        "store: %s\nfeed: {auditPath: %s}\n"
            .formatted(store.formatted(folder.resolve("vigil.db")), folder.resolve("audit")));
  }
}
