package io.vigil.source.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.settings.Finding;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code vigil doctor} says of a hub. */
@Timeout(240)
@NeedsKafkaLogin
class KafkaCheckTest {
  private static final HubReading READING = HubReading.from(StartFrom.earliest());
  private static final String SAMPLE =
      "{\"participantId\":\"p1\",\"timestamp\":\"2026-01-05T09:00:00Z\",\"unit\":\"g\","
          + "\"accelerationX\":0,\"accelerationY\":0,\"accelerationZ\":1}";

  @TempDir static Path folder;
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(folder);
    broker.createHub("sensors", 2);
    broker.createHub("empty", 2);
    broker.createHub("broken", 1);
    try (HubWriter sensors = new HubWriter(broker, "sensors");
        HubWriter broken = new HubWriter(broker, "broken")) {
      Instant hourAgo = Instant.now().minusSeconds(3 * 3600 + 60);
      // The newest is not the one of the last partition.
      sensors.write(0, hourAgo, SAMPLE.getBytes(UTF_8));
      sensors.write(1, hourAgo.minusSeconds(3600), "nonsense".getBytes(UTF_8));
      broken.write(0, hourAgo, "{\"participantId\":".getBytes(UTF_8));
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void allIsWell() {
    HubAddress hub = broker.address("sensors");
    assertThat(KafkaCheck.run(hub, READING))
        .allMatch(Finding::passed)
        .extracting(Finding::toString)
        .containsExactly(
            line("sensors", "connect: " + hub.address() + " answers as Kafka without TLS"),
            line("sensors", "log in: let in"),
            line("sensors", "find the hub: 2 partitions"),
            line("sensors", "use the consumer group vigil: it is new to the hub"),
            line("sensors", "read: about 2 messages"),
            line(
                "sensors",
                "understand: the newest message (sensors/0 at 0, JSON, 3 h old) holds 1 samples"));
  }

  @Test
  void allIsWellOverTls() {
    Properties trust = new Properties();
    trust.putAll(broker.trust().ofClient());
    assertThat(
            KafkaCheck.run(broker.tlsAddress("sensors"), READING, trust, broker.trust().sockets()))
        .hasSize(6)
        .allMatch(Finding::passed);
  }

  /** A token of Entra ID, from a credential that makes one up. */
  @Test
  void allIsWellByToken() {
    Properties settings = new Properties();
    settings.putAll(broker.trust().ofClient());
    settings.put("sasl.login.callback.handler.class", AnyToken.class.getName());
    assertThat(
            KafkaCheck.run(
                broker.tokenAddress("sensors"), READING, settings, broker.trust().sockets()))
        .hasSize(6)
        .allMatch(Finding::passed);
  }

  /** It is not wrong of itself, but it is said. */
  @Test
  void aHubWithoutMessagesIsSaid() {
    List<Finding> findings = KafkaCheck.run(broker.address("empty"), READING);
    assertThat(findings).allMatch(Finding::passed);
    assertThat(last(findings))
        .contains("read: there are no messages; see whether the sensors send");
  }

  @Test
  void messagesOfAnotherFormatAreWrong() {
    List<Finding> findings = KafkaCheck.run(broker.address("broken"), READING);
    assertThat(findings.get(findings.size() - 1).passed()).isFalse();
    assertThat(last(findings))
        .contains("understand: the newest message (broken/0 at 0, JSON, 3 h old) is refused: ");
  }

  /** Seen red with: any failure taken for one of the hub. */
  @Test
  void aWrongKeyIsNotLetIn() {
    HubAddress right = broker.address("sensors");
    String wrongKey = right.connectionString().reveal().replaceFirst("Key=....", "Key=AAAA");
    HubAddress wrong = new HubAddress("localhost", "sensors", right.address(), Secret.of(wrongKey));
    List<Finding> findings = KafkaCheck.run(wrong, READING);
    assertThat(findings).extracting(Finding::passed).containsExactly(true, false);
    assertThat(last(findings))
        .startsWith(line("sensors", "log in: " + right.address() + " refused who we are ("))
        .contains("copy the connection string again")
        .doesNotContain("Key=AAAA");
  }

  @Test
  void anUnknownHubIsNamed() {
    List<Finding> findings = KafkaCheck.run(broker.address("sensor"), READING);
    assertThat(findings).extracting(Finding::passed).containsExactly(true, true, false);
    assertThat(last(findings)).contains("find the hub", "has no hub sensor ");
  }

  @Test
  void missingRightsAreNamed() {
    assertThat(last(KafkaCheck.run(broker.limitedAddress("sensors"), READING)))
        .contains("find the hub", "we may not do this with the hub sensors");

    broker.allow(AclOperation.DESCRIBE, "sensors");
    List<Finding> findings = KafkaCheck.run(broker.limitedAddress("sensors"), READING);
    assertThat(findings)
        .extracting(Finding::passed)
        .containsExactly(true, true, true, false, false);
    assertThat(findings.get(3).toString()).contains("may not use this consumer group");
    assertThat(findings.get(4).toString()).contains("read: we may not do this with the hub");
  }

  @Test
  void whereNobodyAnswersItEnds() {
    HubAddress nowhere =
        new HubAddress("vigil-ns.invalid", "sensors", "", Secret.of("SharedAccessKey=k"));
    assertThat(KafkaCheck.run(nowhere, READING))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).contains("the host of"));
  }

  private static String last(List<Finding> findings) {
    return findings.get(findings.size() - 1).toString();
  }

  private static String line(String hub, String rest) {
    return "Event Hubs (kafka) localhost/" + hub + ": " + rest;
  }
}
