package io.vigil.source.amqp;

import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.PartitionProperties;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Partitions as a hub's management node lists them. */
final class AmqpListing implements HubListing {
  private static final Logger LOG = LoggerFactory.getLogger(AmqpListing.class);

  private final HubAddress hub;
  private final EventHubConsumerAsyncClient client;

  AmqpListing(HubAddress hub, HubReading reading) {
    this.hub = hub;
    client =
        AmqpClients.builder(hub, BackOff.ofTheClient())
            .consumerGroup(reading.consumerGroup())
            .buildAsyncConsumerClient();
  }

  @Override
  public List<String> partitions() {
    return answer(client.getPartitionIds());
  }

  @Override
  public List<PartitionExtent> extents() {
    return answer(
        client
            .getPartitionIds()
            .concatMap(client::getPartitionProperties)
            .map(AmqpListing::extent));
  }

  private <T> List<T> answer(Flux<T> question) {
    return question
        .collectList()
        .retryWhen(BackOff.whileItMayPass().doBeforeRetryAsync(this::note))
        .onErrorMap(fault -> new IllegalStateException(AmqpFaults.explain(fault, hub), fault))
        .block();
  }

  /** Explaining a fault may take seconds, for which the client's threads have no time. */
  private Mono<Void> note(Retry.RetrySignal signal) {
    return Mono.<Void>fromRunnable(
            () ->
                LOG.warn(
                    "Asking for the partitions (try {}): {}",
                    signal.totalRetriesInARow() + 1,
                    AmqpFaults.explain(signal.failure(), hub)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static PartitionExtent extent(PartitionProperties properties) {
    return new PartitionExtent(
        properties.getId(),
        properties.getLastEnqueuedSequenceNumber(),
        properties.getLastEnqueuedOffset(),
        properties.getLastEnqueuedTime(),
        properties.isEmpty());
  }

  @Override
  public void close() {
    client.close();
  }
}
