package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far a reader has come in one partition. Used by the reader's thread alone. */
final class PartitionReading {
  private static final Logger LOG = LoggerFactory.getLogger(PartitionReading.class);

  private final PartitionSplit split;
  private final String source;
  private final PartitionFeed feed;
  private final Counter missed;
  private List<HubMessage> batch = new ArrayList<>();
  private int next;
  private long expected;
  private String offset;
  private boolean paused;
  private SourceOutput<RawMessage> output;

  /** Read by those who ask for metrics. */
  private volatile long lag;

  /**
   * @param source what messages say they come from
   * @param missed counts messages that the hub dropped before they were read
   */
  PartitionReading(PartitionSplit split, String source, PartitionFeed feed, Counter missed) {
    this.split = split;
    this.source = source;
    this.feed = feed;
    this.missed = missed;
    this.expected = split.place().expected();
  }

  String partition() {
    return split.partition();
  }

  String source() {
    return source;
  }

  /** Where its messages go: an output of its own, so that Flink can tell partitions apart. */
  SourceOutput<RawMessage> output(ReaderOutput<RawMessage> all) {
    if (output == null) {
      output = all.createOutputForSplit(split.splitId());
    }
    return output;
  }

  void pause(boolean pauses) {
    paused = pauses;
  }

  /** Whether a message is at hand. */
  boolean hasNext() {
    return next < batch.size() && !paused;
  }

  /** Takes what has arrived where nothing is at hand; says whether now there is. */
  boolean refill() throws PartitionLost {
    if (next == batch.size()) {
      batch.clear();
      next = 0;
      batch = feed.take(batch);
    }
    return hasNext();
  }

  /** Reads the next message, which is at hand; null where it lies behind the end. */
  HubMessage read() {
    HubMessage message = batch.get(next++);
    feed.useUp();
    boolean wanted = message.sequence() <= split.last();
    long place = wanted ? message.sequence() : split.last() + 1;
    if (expected != Place.UNKNOWN && place > expected) {
      countMissed(place);
    }
    expected = message.sequence() + 1;
    offset = message.offset();
    lag = Math.max(0, Math.min(message.newest(), split.last()) - message.sequence());
    return wanted ? message : null;
  }

  private void countMissed(long place) {
    missed.inc(place - expected);
    LOG.warn(
        "Partition {}: messages {} to {} were dropped by the hub before they were read ({} messages); reading on",
        partition(),
        expected,
        place - 1,
        place - expected);
  }

  /** Whether the end is reached. */
  boolean isDone() {
    return expected > split.last();
  }

  /** What a checkpoint keeps: what was read, not what has arrived. */
  PartitionSplit split() {
    return offset == null ? split : split.at(new Place.After(expected - 1, offset));
  }

  /** How many messages the hub had beyond the one last read when it sent that. */
  long lag() {
    return lag;
  }

  void close() {
    feed.dispose();
  }
}
