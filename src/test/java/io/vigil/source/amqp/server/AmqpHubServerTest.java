package io.vigil.source.amqp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import io.vigil.source.amqp.AmqpClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmqpHubServerTest {
  @Test
  void readsWhatIsThere() {
    try (AmqpHubServer server = AmqpHubServer.start()) {
      server.createHub("sensors", 2);
      server.publish("sensors", 1, "a".getBytes(StandardCharsets.UTF_8));
      try (EventHubConsumerAsyncClient client =
          AmqpClients.builder(server.address("sensors"))
              .consumerGroup("vigil")
              .buildAsyncConsumerClient()) {
        assertThat(client.getPartitionIds().collectList().block(Duration.ofSeconds(30)))
            .isEqualTo(List.of("0", "1"));
        assertThat(
                client
                    .receiveFromPartition("1", EventPosition.earliest())
                    .blockFirst(Duration.ofSeconds(30))
                    .getData()
                    .getBodyAsString())
            .isEqualTo("a");
      }
    }
  }
}
