package io.vigil.source.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import io.vigil.settings.Secret;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.server.AmqpHubServer;
import io.vigil.source.amqp.server.HubReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class AmqpClientsTest {
  private static final String KEY = "c2VjcmV0LWtleS1vZi1hbi1odWI=";

  private static HubAddress hub(String connectionString) {
    return new HubAddress("ns.example", "sensors", "", Secret.of(connectionString));
  }

  private static EventHubConsumerAsyncClient client(HubAddress hub) {
    return AmqpClients.builder(hub, HubReader.retries())
        .consumerGroup("vigil")
        .buildAsyncConsumerClient();
  }

  private static void assertFinds(HubAddress hub) {
    try (EventHubConsumerAsyncClient client = client(hub)) {
      assertThat(client.getPartitionIds().collectList().block(HubReader.PATIENCE)).hasSize(3);
    }
  }

  @Test
  void connectsByEveryFormOfConnectionString() {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      server.createHub("sensors", 3);
      HubAddress hub = server.address("sensors");
      String text = hub.connectionString().reveal();
      assertFinds(hub);
      assertFinds(hub(text + ";EntityPath=sensors"));
      assertFinds(new HubAddress("", "", "", Secret.of(text + ";EntityPath=sensors;")));
    }
  }

  /** Without TLS the client knows no address but the endpoint, so the endpoint is replaced. */
  @Test
  void anAddressReplacesTheEndpointOfALocalServer() {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      server.createHub("sensors", 3);
      String text = server.address("sensors").connectionString().reveal();
      assertFinds(
          new HubAddress(
              "ns.example",
              "sensors",
              "localhost:" + server.port(),
              Secret.of(text.replaceFirst("sb://[^;]*", "sb://ns.example/"))));
    }
  }

  @Test
  void withoutAConnectionStringTheMachinesIdentityIsAsked() {
    AtomicInteger asked = new AtomicInteger();
    HubAddress hub = new HubAddress("ns.example", "sensors", "", Secret.NONE);
    AmqpClients.builder(
            hub,
            HubReader.retries(),
            () -> {
              asked.incrementAndGet();
              return request ->
                  Mono.just(new AccessToken("token", OffsetDateTime.now().plusHours(1)));
            })
        .consumerGroup("vigil")
        .buildAsyncConsumerClient()
        .close();
    assertThat(asked).hasValue(1);
  }

  /** Nor may a part of it be seen in what caused the refusal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY,
        "Endpoint=sb://ns.example/;SharedAccessKeyName=all;c2VjcmV0",
        "Endpoint=sb://ns.example/;SharedAccessKey=" + KEY,
        "SharedAccessKeyName=all;SharedAccessKey=" + KEY,
      })
  void aConnectionStringThatCannotBeReadIsNotRepeated(String text) {
    assertThatThrownBy(() -> client(hub(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The connection string of ns.example/sensors cannot be read")
        .satisfies(
            e -> {
              StringWriter trace = new StringWriter();
              e.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("c2VjcmV0");
            });
  }

  @Test
  void aConnectionStringOfAnotherHubIsRefused() {
    assertThatThrownBy(
            () ->
                client(
                    hub(
                        "Endpoint=sb://ns.example/;SharedAccessKeyName=a;EntityPath=other;SharedAccessKey="
                            + KEY)))
        .hasMessage(
            "The connection string is for the hub other (its EntityPath), the settings say sensors;"
                + " not connecting");
  }
}
