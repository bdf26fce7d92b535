package io.vigil.store;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes documents to a store, at least once; because ids follow from facts, the store ends with
 * each document once.
 */
public final class DocumentSink implements Sink<Document> {
  private static final long serialVersionUID = 1L;

  private final StoreFactory stores;

  public DocumentSink(StoreFactory stores) {
    this.stores = stores;
  }

  /** Opens the store where the sink runs. */
  public interface StoreFactory extends Supplier<DocumentStore>, Serializable {}

  @Override
  public SinkWriter<Document> createWriter(WriterInitContext context) {
    return new DocumentWriter(stores.get(), context.getProcessingTimeService());
  }
}
