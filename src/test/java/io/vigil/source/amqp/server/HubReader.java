package io.vigil.source.amqp.server;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import io.vigil.source.HubAddress;
import io.vigil.source.amqp.AmqpClients;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;

/** Reads a hub by the unchanged client, for tests. */
public final class HubReader implements AutoCloseable {
  /** No wait of a test is longer than this. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EventHubConsumerAsyncClient client;

  /** A reader of the group {@code vigil}. */
  public HubReader(HubAddress hub) {
    this(hub, "vigil");
  }

  public HubReader(HubAddress hub, String group) {
    client =
        AmqpClients.builder(hub, retries())
            .consumerGroup(group)
            .prefetchCount(1)
            .buildAsyncConsumerClient();
  }

  /** One try of at most 20 s. */
  public static AmqpRetryOptions retries() {
    return new AmqpRetryOptions()
        .setMaxRetries(0)
        .setDelay(Duration.ofMillis(50))
        .setTryTimeout(Duration.ofSeconds(20));
  }

  public EventHubConsumerAsyncClient client() {
    return client;
  }

  /** The first so many messages from this position, as text. */
  public List<String> read(int partition, EventPosition from, int count) {
    return receive(partition, from)
        .take(count)
        .map(message -> message.getData().getBodyAsString())
        .collectList()
        .block(PATIENCE);
  }

  public Flux<PartitionEvent> receive(int partition, EventPosition from) {
    return client.receiveFromPartition(Integer.toString(partition), from);
  }

  /** With an owner level. */
  public Flux<PartitionEvent> receive(int partition, EventPosition from, long ownerLevel) {
    return client.receiveFromPartition(
        Integer.toString(partition), from, new ReceiveOptions().setOwnerLevel(ownerLevel));
  }

  @Override
  public void close() {
    client.close();
  }
}
