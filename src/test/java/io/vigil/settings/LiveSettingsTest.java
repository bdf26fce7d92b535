package io.vigil.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveSettingsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("HUB", "Endpoint=sb://x/;SharedAccessKey=s3cret", "KEY", "c0sm0s", "SALT", "p3pper");

  @Test
  void bothEndsCanBeSet() {
    Settings settings =
        read(
            """
            eventhubs:
              protocol: kafka
              namespace: vigil-ns.servicebus.windows.net
              hub: sensors
              address: 10.0.0.4:9093
              connectionString: ${env:HUB}
              consumerGroup: vigil
              format: avro
              start: 0=15, 1=20
              discoverEvery: 0 s
            store: {kind: cosmos}
            cosmos:
              endpoint: https://vigil.documents.azure.com:443/
              key: ${env:KEY}
              database: care
              createIfMissing: false
              throughput: manual 400
              activitiesKept: 365 d
              reviewsKept: 30 d
              deadLettersKept: 7 d
            pseudonyms: {key: "${env:SALT}"}
            checkpoints: {path: /srv/checkpoints, every: 5 s}
            """);
    assertThat(settings.eventHubs())
        .isEqualTo(
            new Settings.EventHubs(
                "kafka",
                "vigil-ns.servicebus.windows.net",
                "sensors",
                "10.0.0.4:9093",
                Secret.of(ENVIRONMENT.get("HUB")),
                "vigil",
                "avro",
                HubStart.atOffsets(new TreeMap<>(Map.of(0, 15L, 1, 20L))),
                Duration.ZERO,
                OptionalInt.empty()));
    assertThat(settings.cosmos())
        .isEqualTo(
            new Settings.Cosmos(
                "https://vigil.documents.azure.com:443/",
                Secret.of("c0sm0s"),
                "care",
                false,
                new RequestUnits("manual", 400),
                Duration.ofDays(365),
                Duration.ofDays(30),
                Duration.ofDays(7)));
    assertThat(settings.pseudonymKey().reveal()).isEqualTo("p3pper");
    assertThat(settings.checkpoints().every()).isEqualTo(Duration.ofSeconds(5));
  }

  /** Seen red with: {@link Secret#toString()} answering with the text. */
  @Test
  void secretsAreNotPrintedWithTheSettings() {
    Settings settings =
        read(
            """
            eventhubs: {connectionString: "${env:HUB}"}
            cosmos: {key: "${env:KEY}"}
            pseudonyms: {key: "${env:SALT}"}
            """);
    String printed = settings + " " + settings.eventHubs() + settings.cosmos() + settings.written();
    assertThat(printed)
        .contains("${env:HUB}", "(secret)")
        .doesNotContain("s3cret", "c0sm0s", "p3pper");
  }

  /** Seen red with: the value kept in the message, as other kinds do. */
  @ParameterizedTest
  @CsvSource({"plainSecret", "'[plainSecret, other]'", "'{a: plainSecret}'", "'x${env:KEY}'"})
  void secretInTheFileItselfIsRefusedAndNotRepeated(String value) {
    assertThatThrownBy(() -> read("cosmos:\n  key: " + value + "\n"))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining("vigil.yaml line 2: cosmos.key")
        .hasMessageContaining("expected a secret of the environment, as ${env:NAME}")
        .hasMessageNotContaining("plainSecret")
        .hasMessageNotContaining("c0sm0s");
  }

  @Test
  void placesToStart() {
    assertThat(start("earliest")).isEqualTo(HubStart.earliest());
    assertThat(start("latest")).isEqualTo(HubStart.atLatest());
    assertThat(start("2026-01-05T09:00:00Z"))
        .isEqualTo(HubStart.at(Instant.parse("2026-01-05T09:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eventhubs: {start: yesterday}                     | eventhubs.start: 'yesterday' is no place in a hub; expected earliest
          eventhubs: {start: "0=1, 0=2"}                    | names partition 0 twice
          eventhubs: {start: "0=1; 1=2"}                    | has an offset of another form
          eventhubs: {protocol: mqtt}                       | eventhubs.protocol: 'mqtt' is not known; expected amqp or kafka
          eventhubs: {protocol: kafka, ownerLevel: 2}       | eventhubs.ownerLevel is set, and eventhubs.protocol is kafka
          store: {kind: cosmos}                             | cosmos.endpoint is missing, and store.kind is cosmos
          cosmos: {throughput: manual 450}                  | cosmos.throughput: 'manual 450' is none of the steps
          cosmos: {throughput: autoscale 1500}              | is none of the steps
          cosmos: {throughput: much}                        | is no way to buy request units
          pseudonyms: {key: '${env:NOWHERE}'}               | needs the environment variable NOWHERE, which is not set
          """)
  void wrongValuesAreToldWithWhatIsAllowed(String file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(RefusedSettings.class)
        .hasMessageContaining(message);
  }

  private static HubStart start(String text) {
    return read("eventhubs: {start: \"" + text + "\"}").eventHubs().start();
  }

  private static Settings read(String text) {
    return SettingsReader.read("vigil.yaml", text, ENVIRONMENT::get);
  }
}
