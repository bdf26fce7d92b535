package io.vigil.source;

import io.vigil.sensor.RawMessage;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A source whose readers are wrapped, so that a test can change what they give or do.
 *
 * @param <T> what the wrapped readers give
 * @param <P> a split
 * @param <E> what a checkpoint keeps of the enumerator
 */
public record WrappedSource<T, P extends SourceSplit, E>(
    Source<RawMessage, P, E> source, Class<T> type, Wrapping<T, P> wrapping)
    implements Source<T, P, E>, ResultTypeQueryable<T> {

  /** What is made of a reader. */
  public interface Wrapping<T, P extends SourceSplit>
      extends Function<SourceReader<RawMessage, P>, SourceReader<T, P>>, Serializable {}

  @Override
  public SourceReader<T, P> createReader(SourceReaderContext context) throws Exception {
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
  public SplitEnumerator<P, E> createEnumerator(SplitEnumeratorContext<P> context)
      throws Exception {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<P, E> restoreEnumerator(SplitEnumeratorContext<P> context, E state)
      throws Exception {
    return source.restoreEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<P> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }
}
