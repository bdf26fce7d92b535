package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.eventhubs.models.EventPosition;
import io.vigil.Await;
import io.vigil.settings.Finding;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.amqp.server.HubReader;
import io.vigil.source.amqp.server.Right;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person is told of a hub. */
class AmqpCheckTest {
  private static final HubReading READING = HubReading.from(StartFrom.earliest());
  private static final byte[] MESSAGE =
      ("{\"participantId\":\"p1\",\"start\":\"2026-01-05T09:00:00Z\",\"rateHz\":52,\"unit\":\"g\","
              + "\"x\":[0,0],\"y\":[1,1],\"z\":[0,0]}")
          .getBytes(StandardCharsets.UTF_8);

  private AmqpHubServer server;

  @BeforeEach
  void start() {
    server = AmqpHubServer.start();
    server.createHub("sensors", 4);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static List<String> check(HubAddress hub) {
    return AmqpCheck.run(hub, READING).stream().map(Finding::toString).toList();
  }

  private static boolean allPassed(List<Finding> findings) {
    return findings.stream().allMatch(Finding::passed);
  }

  @Test
  void allIsWell() {
    server.publish("sensors", 2, MESSAGE);
    List<Finding> findings = AmqpCheck.run(server.address("sensors"), READING);
    assertThat(findings).hasSize(4).allMatch(Finding::passed);
    assertThat(findings.get(0).toString())
        .isEqualTo(
            "Event Hubs (amqp) localhost/sensors: connect: localhost:%d speaks AMQP without TLS"
                .formatted(server.port()));
    assertThat(findings.get(1).toString()).endsWith(": 4 partitions");
    assertThat(findings.get(2).toString()).endsWith("read as consumer group vigil: may be read");
    assertThat(findings.get(3).toString())
        .contains("understand: the newest message (sensors/2 at 0, JSON, ");
  }

  @Test
  void aHubWithoutDataIsWellButSaysSo() {
    List<Finding> findings = AmqpCheck.run(server.address("sensors"), READING);
    assertThat(allPassed(findings)).isTrue();
    assertThat(findings).hasSize(4);
    assertThat(findings.get(3).toString())
        .contains("there are no messages", "whether the sensors send");
  }

  /** The newest of all partitions counts, not the first that is found. */
  @Test
  void aMessageOfAnotherFormIsNamed() {
    server.publish("sensors", 0, MESSAGE);
    server.publishAt(
        Instant.now().plusSeconds(5),
        "sensors",
        3,
        "{\"temp\":21}".getBytes(StandardCharsets.UTF_8));
    List<Finding> findings = AmqpCheck.run(server.address("sensors"), READING);
    assertThat(findings).hasSize(4);
    assertThat(findings.get(3).passed()).isFalse();
    assertThat(findings.get(3).toString()).contains("sensors/3", "dead letters");
  }

  @Test
  void eachFaultIsOneLine() {
    server.addKey("sender", "c2VuZGVy", Set.of(Right.SEND));
    assertThat(check(server.address("sensors", "all", "d3Jvbmc=")))
        .hasSize(2)
        .last()
        .asString()
        .contains("authenticate", "the key or identity is refused");
    assertThat(check(server.address("senors")))
        .hasSize(2)
        .last()
        .asString()
        .contains("the hub is unknown");
    assertThat(check(server.address("sensors", "sender", "c2VuZGVy")))
        .hasSize(3)
        .last()
        .asString()
        .contains("read as consumer group vigil: no permission");
    List<Finding> group =
        AmqpCheck.run(
            server.address("sensors"),
            new HubReading(
                "nobody",
                READING.format(),
                READING.start(),
                READING.discoverEvery(),
                READING.ownerLevel(),
                false));
    assertThat(group).hasSize(3);
    assertThat(group.get(2).toString()).contains("the consumer group is unknown");
  }

  @Test
  void aConnectionStringThatCannotBeReadIsOneLine() {
    assertThat(check(new HubAddress("ns.example", "sensors", "", Secret.of("c2VjcmV0"))))
        .singleElement()
        .asString()
        .contains("cannot be read")
        .doesNotContain("c2VjcmV0");
  }

  /** Whatever is at the other end, the check ends. */
  @Test
  void aSilentServerIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      HubAddress hub = server.address("sensors");
      HubAddress elsewhere =
          new HubAddress(
              hub.namespace(),
              hub.hub(),
              "localhost:" + silent.getLocalPort(),
              hub.connectionString());
      assertThat(check(elsewhere)).singleElement().asString().contains("said nothing within 5 s");
    }
  }

  /** The job that runs with an owner level is neither thrown out nor taken for a fault. */
  @Test
  void theRunningJobIsLeftAlone() {
    try (HubReader job = new HubReader(server.address("sensors"))) {
      server.publish("sensors", 0, MESSAGE);
      CompletableFuture<Void> reading = job.receive(0, EventPosition.latest(), 7).then().toFuture();
      Await.until(() -> server.counters().linksOpened() == 1);
      List<Finding> findings = AmqpCheck.run(server.address("sensors"), READING);
      assertThat(allPassed(findings)).isTrue();
      assertThat(findings.get(2).toString()).contains("a reader with an owner level has it");
      assertThat(reading).isNotDone();
    }
  }
}
