package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubAddress;
import io.vigil.source.HubFormat;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/**
 * Reads the partitions that it is given over one connection, a message each time it is asked, from
 * each partition in turn what has arrived.
 *
 * <p>It does not stand on {@code SourceReaderBase}: that has a thread of its own to fetch from a
 * service that waits to be asked, and a queue behind it. Here the client brings messages by its own
 * thread and goes on after a fault by its own timer, so that thread would only carry from one queue
 * to another. Without it there is less code, one bound on what is held in memory, and back-pressure
 * goes from the job to the hub directly.
 */
final class HubReader implements SourceReader<RawMessage, PartitionSplit> {
  private final PartitionStreams streams;
  private final HubAddress hub;
  private final HubFormat format;
  private final HubReaderMetrics metrics;
  private final Bell bell;

  /** Those who ask for metrics read it too. */
  private final List<PartitionReading> readings = new CopyOnWriteArrayList<>();

  private PartitionReading current;
  private boolean noMoreSplits;

  HubReader(
      PartitionStreams streams,
      HubAddress hub,
      HubFormat format,
      SourceReaderMetricGroup group,
      Bell bell) {
    this.streams = streams;
    this.hub = hub;
    this.format = format;
    this.bell = bell;
    this.metrics = new HubReaderMetrics(group, readings);
  }

  @Override
  public void start() {}

  @Override
  public void addSplits(List<PartitionSplit> splits) {
    for (PartitionSplit split : splits) {
      PartitionFeed feed = new PartitionFeed(bell);
      PartitionReading reading =
          new PartitionReading(
              split, hub + "/" + split.partition(), feed, metrics.messagesMissed());
      readings.add(reading);
      metrics.add(reading);
      new LastingStream(streams, hub, split.partition(), split.place(), metrics.reconnects())
          .messages()
          .subscribe(feed);
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawMessage> output) throws IOException {
    if (!findNext()) {
      return noMoreSplits && readings.isEmpty()
          ? InputStatus.END_OF_INPUT
          : InputStatus.NOTHING_AVAILABLE;
    }
    HubMessage message = current.read();
    if (message != null) {
      emit(message, output);
    }
    if (current.isDone()) {
      current.close();
      readings.remove(current);
      output.releaseOutputForSplit(current.partition());
      current = null;
    }
    return InputStatus.MORE_AVAILABLE;
  }

  private void emit(HubMessage message, ReaderOutput<RawMessage> output) {
    byte[] body = message.body();
    String source = current.source();
    current
        .output(output)
        .collect(
            new RawMessage(format.of(body), "", source, message.sequence(), body),
            message.arrived());
    metrics.countRead(body.length);
  }

  /** Makes a partition current that has a message at hand. */
  private boolean findNext() throws IOException {
    if (current != null && current.hasNext() || turnToNext()) {
      return true;
    }
    bell.hush();
    return turnToNext();
  }

  /** Each gets its turn, the one that had it last being the last. */
  private boolean turnToNext() throws IOException {
    int after = readings.indexOf(current) + 1;
    for (int i = 0; i < readings.size(); i++) {
      PartitionReading reading = readings.get((after + i) % readings.size());
      if (hasNext(reading)) {
        current = reading;
        return true;
      }
    }
    return false;
  }

  private boolean hasNext(PartitionReading reading) throws IOException {
    try {
      return reading.refill();
    } catch (PartitionLost e) {
      throw new IOException(
          "Partition %s cannot be read on: %s"
              .formatted(reading.partition(), AmqpFaults.explain(e.getCause(), hub)),
          e.getCause());
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return bell.rung();
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> toPause, Collection<String> toResume) {
    for (PartitionReading reading : readings) {
      if (toPause.contains(reading.partition())) {
        reading.pause(true);
      } else if (toResume.contains(reading.partition())) {
        reading.pause(false);
      }
    }
    bell.ring();
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits = true;
    bell.ring();
  }

  @Override
  public List<PartitionSplit> snapshotState(long checkpointId) {
    return readings.stream().map(PartitionReading::split).toList();
  }

  @Override
  public void close() {
    readings.forEach(PartitionReading::close);
    streams.close();
  }
}
