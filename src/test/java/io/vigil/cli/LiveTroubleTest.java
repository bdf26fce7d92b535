package io.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.source.HubProtocol;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.store.cosmos.server.CosmosServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is said in a line, by the doctor and by the job that does not start. */
class LiveTroubleTest {
  private static final String WRONG_KEY = "bm90IHRoZSBrZXkgb2YgdGhpcyBodWI=";

  @TempDir static Path folder;
  private static AmqpHubServer server;
  private static CosmosServer cosmos;
  private static LiveSetUp sound;

  @BeforeAll
  static void start() throws IOException {
    server = AmqpHubServer.start();
    server.createHub("sensors", 1);
    cosmos = CosmosServer.start();
    sound = LiveSetUp.in(folder, HubProtocol.AMQP, server.address("sensors"), cosmos);
  }

  @AfterAll
  static void stop() {
    cosmos.close();
    server.close();
  }

  @Test
  void wrongKeyOfTheHub() {
    String connection = server.address("sensors", "sender", WRONG_KEY).connectionString().reveal();
    assertSaid(sound.withSecret("HUB", connection), "Event Hubs (amqp)", "key");
  }

  @Test
  void unknownHub() throws IOException {
    assertSaid(sound.with("hub: sensors", "hub: sensor"), "Event Hubs (amqp)", "sensor", "unknown");
  }

  @Test
  void unknownConsumerGroup() throws IOException {
    assertSaid(
        sound.with("hub: sensors", "hub: sensors\n  consumerGroup: nobody"),
        "Event Hubs (amqp)",
        "nobody");
  }

  @Test
  void kafkaWhereAmqpIsSpoken() throws IOException {
    assertSaid(
        sound
            .with("protocol: amqp", "protocol: kafka")
            .with("hub: sensors", "hub: sensors\n  address: localhost:" + server.port()),
        "Event Hubs (kafka)");
  }

  @Test
  void wrongKeyOfTheStore() {
    assertSaid(sound.withSecret("COSMOS_KEY", WRONG_KEY), "Cosmos DB", "key");
  }

  @Test
  void missingDatabase() throws IOException {
    assertSaid(
        sound.with("cosmos: {", "cosmos: {database: nowhere, createIfMissing: false, "),
        "Cosmos DB",
        "nowhere",
        "createifmissing");
  }

  @Test
  void unknownHubOfCommands() throws IOException {
    assertSaid(
        sound.with("parallelism: 2", "parallelism: 2\ncommands: {hub: orders}"),
        "Event Hubs (amqp)",
        "orders",
        "unknown");
  }

  /** Seen red with: a check of the newest message that hinders the job. */
  @Test
  void messageThatCannotBeUsedDoesNotHinderTheJob() throws IOException {
    server.createHub("spoilt", 1);
    server.publish("spoilt", 0, "no sample".getBytes(StandardCharsets.UTF_8));
    LiveSetUp spoilt = sound.with("hub: sensors", "hub: spoilt");

    assertThat(spoilt.vigil("doctor").exitCode()).isEqualTo(1);
    spoilt.vigil("run", "--once").succeeded();
  }

  @Test
  void shortKeyForPseudonyms() throws IOException {
    CommandRun run =
        sound
            .with("parallelism: 2", "parallelism: 2\npseudonyms: {key: \"${env:SALT}\"}")
            .withSecret("SALT", "tooShort1")
            .vigil("run", "--until-idle", 5);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("pseudonyms.key").doesNotContain("tooShort1");
  }

  /** Seen red with: {@code run} that starts whatever the checks say. */
  private static void assertSaid(LiveSetUp wrong, String... words) {
    for (CommandRun run : new CommandRun[] {wrong.vigil("doctor"), wrong.vigil("run")}) {
      String all = run.out() + run.err();
      assertThat(run.exitCode()).as(all).isEqualTo(1);
      assertThat(all.lines())
          .as(all)
          .anySatisfy(
              line -> {
                assertThat(line).matches("(FAIL  |vigil: ).*");
                for (String word : words) {
                  assertThat(line.toLowerCase(Locale.ROOT)).contains(word.toLowerCase(Locale.ROOT));
                }
              });
      assertThat(all).doesNotContain("\tat ", WRONG_KEY, cosmos.key());
    }
  }
}
