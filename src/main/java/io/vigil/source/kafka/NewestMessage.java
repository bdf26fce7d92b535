package io.vigil.source.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the last message of each partition of a hub, to know the newest of all. */
final class NewestMessage {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> begins;
  private final Map<TopicPartition, Long> ends;

  NewestMessage(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    begins = consumer.beginningOffsets(partitions);
    ends = consumer.endOffsets(partitions);
  }

  /** How many messages the hub has, by its offsets. */
  long count() {
    return ends.keySet().stream().mapToLong(this::count).sum();
  }

  private long count(TopicPartition partition) {
    return ends.get(partition) - begins.get(partition);
  }

  /**
   * The newest message, by the time at which it arrived.
   *
   * @throws TimeoutException if not one message comes within the time
   */
  ConsumerRecord<byte[], byte[]> read(Duration patience) {
    Set<TopicPartition> waiting = new HashSet<>(ends.keySet());
    waiting.removeIf(partition -> count(partition) == 0);
    consumer.assign(List.copyOf(waiting));
    waiting.forEach(partition -> consumer.seek(partition, ends.get(partition) - 1));

    List<ConsumerRecord<byte[], byte[]>> last = new ArrayList<>();
    long deadline = System.nanoTime() + patience.toNanos();
    while (!waiting.isEmpty() && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        last.add(record);
        waiting.remove(new TopicPartition(record.topic(), record.partition()));
      }
    }
    return last.stream()
        .max(Comparator.comparingLong(ConsumerRecord::timestamp))
        .orElseThrow(
            () ->
                new TimeoutException("No message came, though there are " + count() + " of them"));
  }
}
