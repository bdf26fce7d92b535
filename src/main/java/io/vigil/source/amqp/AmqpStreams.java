package io.vigil.source.amqp;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubConsumerAsyncClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.PartitionEvent;
import com.azure.messaging.eventhubs.models.ReceiveOptions;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import reactor.core.publisher.Flux;

/** Partitions as the Event Hubs client reads them. */
final class AmqpStreams implements PartitionStreams {
  /**
   * Messages that the client fetches ahead of what it is asked for, a partition. Each time half of
   * them are used up it asks for more, and small packets like that wait some 20 ms for those before
   * them: with 256 a partition gave about 5,000 messages a second on loopback, with 1,000 about
   * 40,000. Together with {@link PartitionFeed#ROOM} this bounds what a partition takes of memory.
   */
  static final int AHEAD = 1_000;

  private final EventHubConsumerAsyncClient client;
  private final ReceiveOptions options =
      new ReceiveOptions().setTrackLastEnqueuedEventProperties(true);

  AmqpStreams(HubAddress hub, HubReading reading) {
    client =
        AmqpClients.builder(hub, BackOff.ofTheClient())
            .consumerGroup(reading.consumerGroup())
            .prefetchCount(AHEAD)
            .buildAsyncConsumerClient();
    if (reading.ownerLevel() != HubReading.NO_OWNER) {
      options.setOwnerLevel(reading.ownerLevel());
    }
  }

  @Override
  public Flux<HubMessage> from(Place place, String partition) {
    return client
        .receiveFromPartition(partition, position(place), options)
        .map(AmqpStreams::message);
  }

  static EventPosition position(Place place) {
    if (place instanceof Place.After after) {
      // By offset, because looking a sequence number up costs the hub more.
      return EventPosition.fromOffsetString(after.offset());
    }
    if (place instanceof Place.From from) {
      return EventPosition.fromSequenceNumber(from.sequence(), true);
    }
    if (place instanceof Place.Since since) {
      // The hub gives what is later, by the millisecond.
      return EventPosition.fromEnqueuedTime(since.time().minusNanos(1));
    }
    return EventPosition.earliest();
  }

  private static HubMessage message(PartitionEvent event) {
    EventData data = event.getData();
    Long newest = event.getLastEnqueuedEventProperties().getSequenceNumber();
    return new HubMessage(
        data.getSequenceNumber(),
        data.getOffsetString(),
        data.getEnqueuedTime().toEpochMilli(),
        newest == null ? Place.UNKNOWN : newest,
        data.getBody());
  }

  @Override
  public void close() {
    client.close();
  }
}
