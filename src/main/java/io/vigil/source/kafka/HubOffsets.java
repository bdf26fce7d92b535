package io.vigil.source.kafka;

import io.vigil.source.StartFrom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Places in a hub's partitions, as numbers from the moment they are asked for: where a job begins
 * that was not restored, and where a bounded one ends. The connector's own choices are not used,
 * for two reasons. Its "latest" is looked up by each reader, again after a failure before the first
 * message, and what arrived in between is lost. And each brings what to do when a place has
 * expired: "latest" skips everything the hub still has, and "by time" fails for ever.
 */
record HubOffsets(StartFrom place) implements OffsetsInitializer {
  private static final long serialVersionUID = 1L;

  @Override
  public Map<TopicPartition, Long> getPartitionOffsets(
      Collection<TopicPartition> partitions, PartitionOffsetsRetriever hub) {
    if (place instanceof StartFrom.Latest) {
      return hub.endOffsets(partitions);
    } else if (place instanceof StartFrom.Time from) {
      return at(from.time(), partitions, hub);
    } else if (place instanceof StartFrom.Offsets offsets) {
      return at(offsets.next(), partitions, hub);
    }
    return hub.beginningOffsets(partitions);
  }

  private static Map<TopicPartition, Long> at(
      Instant time, Collection<TopicPartition> partitions, PartitionOffsetsRetriever hub) {
    // Partitions with nothing from that time on are begun at their end.
    Map<TopicPartition, Long> places = new HashMap<>(hub.endOffsets(partitions));
    hub.offsetsForTimes(
            partitions.stream()
                .collect(Collectors.toMap(Function.identity(), any -> time.toEpochMilli())))
        .forEach((partition, found) -> places.put(partition, found.offset()));
    return places;
  }

  private static Map<TopicPartition, Long> at(
      TreeMap<Integer, Long> next,
      Collection<TopicPartition> partitions,
      PartitionOffsetsRetriever hub) {
    Map<TopicPartition, Long> places = new HashMap<>(hub.beginningOffsets(partitions));
    places.replaceAll((partition, first) -> next.getOrDefault(partition.partition(), first));
    return places;
  }

  @Override
  public OffsetResetStrategy getAutoOffsetResetStrategy() {
    return OffsetResetStrategy.EARLIEST;
  }
}
