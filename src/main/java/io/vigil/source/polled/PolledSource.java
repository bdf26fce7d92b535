package io.vigil.source.polled;

import io.vigil.metric.JobMetric;
import io.vigil.metric.Metrics;
import java.time.Duration;
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
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Reads something that only grows, from its beginning, each value once in the state of the job. One
 * reader does it, so that values stay in order. What does not answer is asked again.
 *
 * @param <T> what it reads
 */
public final class PolledSource<T>
    implements Source<T, PolledSplit, List<PolledSplit>>, ResultTypeQueryable<T> {
  private static final long serialVersionUID = 1L;
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

  private final String name;
  private final SerializableSupplier<Pages<T>> pages;
  private final TypeInformation<T> type;
  private final Duration every;
  private final boolean bounded;

  private PolledSource(
      String name,
      SerializableSupplier<Pages<T>> pages,
      TypeInformation<T> type,
      Duration every,
      boolean bounded) {
    this.name = name;
    this.pages = pages;
    this.type = type;
    this.every = every;
    this.bounded = bounded;
  }

  /**
   * A source that never ends.
   *
   * @param name of what is read, for messages and checkpoints; never changed
   * @param pages opens it where it is read
   * @param every how often it is asked
   */
  public static <T> PolledSource<T> of(
      String name, SerializableSupplier<Pages<T>> pages, Class<T> type, Duration every) {
    return new PolledSource<>(name, pages, TypeInformation.of(type), every, false);
  }

  /** The same, which ends with what is there. */
  public PolledSource<T> toTheEnd() {
    return new PolledSource<>(name, pages, type, every, true);
  }

  @Override
  public Boundedness getBoundedness() {
    return bounded ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<T, PolledSplit> createReader(SourceReaderContext context) {
    return new PolledReader<>(
        pages.get(),
        new PolledReader.Pace(every, AFTER_A_FAULT),
        bounded,
        Metrics.counter(context.metricGroup(), JobMetric.LOOKS_FAILED));
  }

  @Override
  public SplitEnumerator<PolledSplit, List<PolledSplit>> createEnumerator(
      SplitEnumeratorContext<PolledSplit> context) {
    return restoreEnumerator(context, List.of(PolledSplit.beginningOf(name)));
  }

  @Override
  public SplitEnumerator<PolledSplit, List<PolledSplit>> restoreEnumerator(
      SplitEnumeratorContext<PolledSplit> context, List<PolledSplit> waiting) {
    return new PolledEnumerator(context, waiting);
  }

  @Override
  public SimpleVersionedSerializer<PolledSplit> getSplitSerializer() {
    return new PolledSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<PolledSplit>> getEnumeratorCheckpointSerializer() {
    return new PolledSplitsSerializer();
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return type;
  }
}
