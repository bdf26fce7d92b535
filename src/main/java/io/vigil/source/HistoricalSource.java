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
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
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

  private static final double UNLIMITED = 0;

  private final List<HistoricalSplit> splits;
  private final double chunksPerSecond;

  /**
   * @param splits as {@link FilePlan} makes them, their files where every reader can open them
   */
  public HistoricalSource(List<HistoricalSplit> splits) {
    this(splits, UNLIMITED);
  }

  private HistoricalSource(List<HistoricalSplit> splits, double chunksPerSecond) {
    this.splits = List.copyOf(splits);
    this.chunksPerSecond = chunksPerSecond;
  }

  /**
   * The same, each reader slowed down.
   *
   * @param chunks messages of up to 64 lines a second; above 0
   */
  public HistoricalSource atChunksPerSecond(double chunks) {
    return new HistoricalSource(splits, chunks);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<RawMessage, HistoricalSplit> createReader(SourceReaderContext context) {
    HistoricalReader reader = new HistoricalReader(context::sendSplitRequest);
    return chunksPerSecond == UNLIMITED
        ? reader
        : new RateLimitedSourceReader<>(
            reader, RateLimiterStrategy.perSecond(chunksPerSecond).createRateLimiter(1));
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
