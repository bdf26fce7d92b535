package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import io.vigil.source.HubAddress;
import io.vigil.source.HubReading;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads an event hub by AMQP, every message once in the state of the job, those of a partition in
 * their order, each with the time at which it reached the hub.
 *
 * <p>Each reader has one connection. Where that drops it connects again and reads on behind the
 * last message, for as long as it takes; a fault that does not pass (no such hub, no permission,
 * thrown out by a higher owner level, a place that the hub does not know) fails the job and says
 * what came back. Messages that expired before they were read are counted as {@code
 * messagesMissed}.
 *
 * <p>Partitions that the hub gets later are read from their beginning. A bounded source ends with
 * what was the newest message of each partition when the job began; where a partition loses all its
 * messages to retention before they are read, it waits for the next one.
 */
public final class HubSource
    implements Source<RawMessage, PartitionSplit, HubEnumeratorState>,
        ResultTypeQueryable<RawMessage> {
  private static final long serialVersionUID = 1L;

  private final HubAddress hub;
  private final HubReading reading;

  private HubSource(HubAddress hub, HubReading reading) {
    this.hub = hub;
    this.reading = reading;
  }

  /** A source of all messages of the hub. */
  public static HubSource of(HubAddress hub, HubReading reading) {
    return new HubSource(hub, reading);
  }

  @Override
  public Boundedness getBoundedness() {
    return reading.bounded() ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RawMessage, PartitionSplit> createReader(SourceReaderContext context) {
    return new HubReader(
        new AmqpStreams(hub, reading), hub, reading.format(), context.metricGroup(), new Bell());
  }

  @Override
  public SplitEnumerator<PartitionSplit, HubEnumeratorState> createEnumerator(
      SplitEnumeratorContext<PartitionSplit> context) {
    return restoreEnumerator(context, HubEnumeratorState.NEW);
  }

  @Override
  public SplitEnumerator<PartitionSplit, HubEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<PartitionSplit> context, HubEnumeratorState state) {
    return new HubEnumerator(context, reading, new AmqpListing(hub, reading), state);
  }

  @Override
  public SimpleVersionedSerializer<PartitionSplit> getSplitSerializer() {
    return new PartitionSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<HubEnumeratorState> getEnumeratorCheckpointSerializer() {
    return new HubEnumeratorStateSerializer();
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return TypeInformation.of(RawMessage.class);
  }
}
