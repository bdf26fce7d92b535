package io.vigil.source.amqp;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A partition of a hub, and how far it is read.
 *
 * @param partition its id, such as {@code 3}
 * @param place where it is read on
 * @param last the sequence number to end with, or {@link #FOR_EVER}
 */
public record PartitionSplit(String partition, Place place, long last) implements SourceSplit {
  /** No message is the last. */
  public static final long FOR_EVER = Long.MAX_VALUE;

  @Override
  public String splitId() {
    return partition;
  }

  /** Whether nothing is left to be read. */
  public boolean isRead() {
    return place.expected() > last;
  }

  PartitionSplit at(Place now) {
    return new PartitionSplit(partition, now, last);
  }
}
