package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.vigil.settings.Finding;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import io.vigil.source.StartFrom;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.amqp.server.HubReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Mono;

/** The way of production: TLS, a namespace's name and a true signature. */
@Isolated("The client takes its trust from the JVM's default")
class TlsHubTest {
  private final SSLContext before;
  @TempDir private Path folder;
  private AmqpHubServer server;

  TlsHubTest() throws NoSuchAlgorithmException {
    before = SSLContext.getDefault();
  }

  @BeforeEach
  void start() throws IOException {
    server = AmqpHubServer.startTls(folder);
    server.createHub("sensors", 1);
    server.publish("sensors", 0, "m0".getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    SSLContext.setDefault(before);
    server.close();
  }

  private static List<Finding> check(HubAddress hub) {
    return AmqpCheck.run(hub, HubReading.from(StartFrom.earliest()));
  }

  @Test
  void readsByTls() {
    SSLContext.setDefault(server.clientContext());
    HubAddress hub = server.address("sensors");
    assertThat(hub.isPlain()).isFalse();
    try (HubReader reader = new HubReader(hub)) {
      assertThat(reader.read(0, EventPosition.earliest(), 1)).containsExactly("m0");
    }
    try (HubReader reader = new HubReader(server.address("sensors", "nobody", "wrong"))) {
      assertThatThrownBy(() -> reader.read(0, EventPosition.earliest(), 1))
          .hasMessageContaining("InvalidSignature");
    }
  }

  /** Entra ID in place of a key. */
  @Test
  void readsByTheMachinesIdentity() {
    SSLContext.setDefault(server.clientContext());
    server.trustToken("token-of-this-machine");
    assertThat(read("token-of-this-machine").block(HubReader.PATIENCE)).isEqualTo(1);
    assertThatThrownBy(() -> read("token-of-another").block(HubReader.PATIENCE))
        .hasMessageContaining("The token is not trusted");
  }

  private Mono<Long> read(String token) {
    HubAddress key = server.address("sensors");
    HubAddress hub = new HubAddress(key.namespace(), key.hub(), key.address(), Secret.NONE);
    TokenCredential identity =
        request -> Mono.just(new AccessToken(token, OffsetDateTime.now().plusHours(1)));
    return Mono.using(
        () ->
            AmqpClients.builder(hub, HubReader.retries(), () -> identity)
                .consumerGroup("vigil")
                .buildAsyncConsumerClient(),
        client -> client.receiveFromPartition("0", EventPosition.earliest()).take(1).count(),
        EventHubConsumerAsyncClient::close);
  }

  @Test
  void aCertificateThatIsNotTrustedIsNamed() {
    assertThat(check(server.address("sensors")))
        .singleElement()
        .asString()
        .contains("connect: localhost:" + server.port() + " was refused by TLS", "trust store");
  }

  @Test
  void plainWordsToAServerThatWantsTlsAreNamed() {
    HubAddress tls = server.address("sensors");
    HubAddress plain =
        new HubAddress(
            tls.namespace(),
            tls.hub(),
            tls.address(),
            Secret.of(tls.connectionString().reveal() + ";UseDevelopmentEmulator=true"));
    assertThat(check(plain)).singleElement().asString().contains("wants TLS", "take UseDev");
  }
}
