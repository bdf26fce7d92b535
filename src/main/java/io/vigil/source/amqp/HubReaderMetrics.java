package io.vigil.source.amqp;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import java.util.Collection;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/** What a reader of a hub counts, besides what Flink counts for every source. */
final class HubReaderMetrics {
  private final SourceReaderMetricGroup group;
  private final Counter messagesRead;
  private final Counter bytesRead;
  private final Counter messagesMissed;
  private final Counter reconnects;

  HubReaderMetrics(SourceReaderMetricGroup group, Collection<PartitionReading> readings) {
    this.group = group;
    messagesRead = group.getIOMetricGroup().getNumRecordsInCounter();
    bytesRead = group.getIOMetricGroup().getNumBytesInCounter();
    messagesMissed = Metrics.counter(group, JobMetric.MESSAGES_MISSED);
    reconnects = Metrics.counter(group, JobMetric.RECONNECTS, new ThreadSafeSimpleCounter());
    group.setPendingRecordsGauge(() -> readings.stream().mapToLong(PartitionReading::lag).sum());
  }

  /** Shows how far a partition lies behind its hub. */
  void add(PartitionReading reading) {
    Metrics.gauge(group, JobMetric.LAG, reading::lag, reading.partition());
  }

  void countRead(int bytes) {
    messagesRead.inc();
    bytesRead.inc(bytes);
  }

  /** Messages that the hub dropped before they were read. */
  Counter messagesMissed() {
    return messagesMissed;
  }

  /** How often a partition was read on after its stream ended. */
  Counter reconnects() {
    return reconnects;
  }
}
