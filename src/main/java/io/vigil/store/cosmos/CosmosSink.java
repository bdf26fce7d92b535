package io.vigil.store.cosmos;

import io.vigil.store.Document;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes documents to Cosmos DB, at least once; because ids follow from facts and alerts have
 * revisions, each document is there once and never goes back. docs/decisions/0008 says how.
 *
 * <p>All forms of one document must come to the same subtask, as they do behind the participant's
 * key: only within a subtask is it known which form is the latest. Tallies are passed over.
 */
public final class CosmosSink implements Sink<Document> {
  private static final long serialVersionUID = 1L;

  private final CosmosSettings settings;

  public CosmosSink(CosmosSettings settings) {
    this.settings = settings;
  }

  @Override
  public SinkWriter<Document> createWriter(WriterInitContext context) {
    return CosmosWriter.open(settings, context);
  }
}
