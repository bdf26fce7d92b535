package io.vigil.source.amqp;

import reactor.core.publisher.Flux;

/** A connection to a hub, over which any number of its partitions is read. */
interface PartitionStreams extends AutoCloseable {

  /**
   * The messages of a partition from a place on. The stream may end at any time, with a fault or
   * without, when the connection does; subscribing again connects again.
   */
  Flux<HubMessage> from(Place place, String partition);

  @Override
  void close();
}
