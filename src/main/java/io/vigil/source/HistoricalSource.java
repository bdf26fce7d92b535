package io.vigil.source;

import io.vigil.sensor.RawMessage;
import java.util.List;
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
 * Reads historical files to their end, every line once, also after a failure and at any
 * parallelism. The lines of one split keep their order.
 */
public final class HistoricalSource
    implements Source<RawMessage, HistoricalSplit, HistoricalEnumeratorState>,
        ResultTypeQueryable<RawMessage> {
  private static final long serialVersionUID = 1L;

  private final List<HistoricalSplit> splits;

  /**
   * @param splits as {@link FilePlan} makes them, their files where every reader can open them
   */
  public HistoricalSource(List<HistoricalSplit> splits) {
    this.splits = List.copyOf(splits);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<RawMessage, HistoricalSplit> createReader(SourceReaderContext context) {
    return new HistoricalReader(context::sendSplitRequest);
  }

  @Override
  public SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> createEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context) {
    return new HistoricalEnumerator(context, splits);
  }

  @Override
  public SplitEnumerator<HistoricalSplit, HistoricalEnumeratorState> restoreEnumerator(
      SplitEnumeratorContext<HistoricalSplit> context, HistoricalEnumeratorState checkpoint) {
    return new HistoricalEnumerator(context, checkpoint.waiting());
  }

  @Override
  public SimpleVersionedSerializer<HistoricalSplit> getSplitSerializer() {
    return new HistoricalSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<HistoricalEnumeratorState> getEnumeratorCheckpointSerializer() {
    return new HistoricalEnumeratorStateSerializer();
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return TypeInformation.of(RawMessage.class);
  }
}
