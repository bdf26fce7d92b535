package io.vigil.store;

import io.vigil.sensor.RawMessage;
import io.vigil.store.DocumentSink.StoreFactory;
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

/**
 * Reads what is written to a container of a store, from its beginning, each document once in the
 * state of the job: a stream for those who have a store and no hub. One reader does it, so that
 * what one participant is asked stays in order. A store that does not answer is asked again.
 */
public final class ChangesSource
    implements Source<RawMessage, ChangesSplit, List<ChangesSplit>>,
        ResultTypeQueryable<RawMessage> {
  private static final long serialVersionUID = 1L;

  private final StoreFactory stores;
  private final Container container;
  private final Duration every;
  private final boolean bounded;

  private ChangesSource(StoreFactory stores, Container container, Duration every, boolean bounded) {
    this.stores = stores;
    this.container = container;
    this.every = every;
    this.bounded = bounded;
  }

  /**
   * A source that never ends.
   *
   * @param every how often the store is asked
   */
  public static ChangesSource of(StoreFactory stores, Container container, Duration every) {
    return new ChangesSource(stores, container, every, false);
  }

  /** The same, which ends with what is there. */
  public ChangesSource toTheEnd() {
    return new ChangesSource(stores, container, every, true);
  }

  @Override
  public Boundedness getBoundedness() {
    return bounded ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<RawMessage, ChangesSplit> createReader(SourceReaderContext context) {
    return new ChangesReader(stores, every, bounded);
  }

  @Override
  public SplitEnumerator<ChangesSplit, List<ChangesSplit>> createEnumerator(
      SplitEnumeratorContext<ChangesSplit> context) {
    return restoreEnumerator(context, List.of(ChangesSplit.beginningOf(container)));
  }

  @Override
  public SplitEnumerator<ChangesSplit, List<ChangesSplit>> restoreEnumerator(
      SplitEnumeratorContext<ChangesSplit> context, List<ChangesSplit> waiting) {
    return new ChangesEnumerator(context, waiting);
  }

  @Override
  public SimpleVersionedSerializer<ChangesSplit> getSplitSerializer() {
    return new ChangesSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<List<ChangesSplit>> getEnumeratorCheckpointSerializer() {
    return new ChangesSplitsSerializer();
  }

  @Override
  public TypeInformation<RawMessage> getProducedType() {
    return TypeInformation.of(RawMessage.class);
  }
}
