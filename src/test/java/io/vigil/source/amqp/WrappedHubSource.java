package io.vigil.source.amqp;

import io.vigil.sensor.RawMessage;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A hub's source whose readers are wrapped, so that a test can change what they give or do. */
record WrappedHubSource<T>(HubSource source, Class<T> type, Wrapping<T> wrapping)
    implements Source<T, PartitionSplit, HubEnumeratorState>, ResultTypeQueryable<T> {

  /** What is made of a reader. */
  interface Wrapping<T>
      extends Function<SourceReader<RawMessage, PartitionSplit>, SourceReader<T, PartitionSplit>>,
          Serializable {}

  @Override
  public SourceReader<T, PartitionSplit> createReader(SourceReaderContext context) {
    return wrapping.apply(source.createReader(context));
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return TypeInformation.of(type);
  }

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SplitEnumerator<PartitionSplit, HubEnumeratorState> createEnumerator(
      SplitEnumeratorContext<PartitionSplit> context) {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<PartitionSplit, HubEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<PartitionSplit> context, HubEnumeratorState state) {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<PartitionSplit> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<HubEnumeratorState> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }
}
