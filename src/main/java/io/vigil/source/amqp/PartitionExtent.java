package io.vigil.source.amqp;

import java.time.Instant;

/**
 * What a hub says of one of its partitions.
 *
 * @param partition its id
 * @param lastSequence the sequence number of the newest message, negative where there never was one
 * @param lastOffset its offset
 * @param lastTime when it arrived
 * @param empty whether the hub has no message of it, or none any more
 */
record PartitionExtent(
    String partition, long lastSequence, String lastOffset, Instant lastTime, boolean empty) {

  /** Behind everything that is in the partition now, and before everything to come. */
  Place end() {
    return lastSequence < 0 ? new Place.Beginning() : new Place.After(lastSequence, lastOffset);
  }
}
